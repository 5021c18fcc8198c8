#include "app/desktop/languages.h"

#include <algorithm>

#include "app/desktop/language_tables.h"

namespace twicetold::desktop {
namespace {

const LanguageTable* table_for(std::string_view tag) {
    const auto found =
        std::find_if(language_tables.begin(), language_tables.end(),
                     [&](const LanguageTable& each) { return viewer::language_of(tag) == each.language; });
    return found == language_tables.end() ? nullptr : &*found;
}

}  // namespace

viewer::Strings strings_in(std::string_view tag) {
    const LanguageTable* table = table_for(tag);
    return table == nullptr ? viewer::Strings() : viewer::Strings(table->language, table->texts);
}

bool speaks(std::string_view tag) { return viewer::language_of(tag) == "en" || table_for(tag) != nullptr; }

}  // namespace twicetold::desktop
