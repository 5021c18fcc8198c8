// Writes headers of the interface's texts, from the tables in assets/i18n.
//
//     make-interface-texts keys WITHOUT en.json            viewer/text_keys.h: an enumeration of the keys, with English texts
//     make-interface-texts tables fr.json de.json …        every table as a text, for a program that carries them all
//
// WITHOUT names groups (what stands before a key's first dot) that only the page shows, "page,compose"; it may be "-". A key
// that is asked for in C++ and stands in no table does not compile; that the other tables hold the same keys, and the same
// {names}, is tested in tests/layers/check_texts.py.

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

namespace {

using Table = nlohmann::ordered_json;

bool read(const char* path, Table& table) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    table = Table::parse(bytes, nullptr, false);
    if (table.is_object()) return true;
    std::fprintf(stderr, "make-interface-texts: %s is not a table of texts\n", path);
    return false;
}

/// A C++ string literal. Bytes beyond ASCII are written as octal escapes, which end after three digits.
std::string literal(const std::string& text) {
    std::string result = "\"";
    char buffer[8];
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20U || byte >= 0x7FU) {
            std::snprintf(buffer, sizeof buffer, "\\%03o", static_cast<unsigned>(byte));
            result += buffer;
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string identifier(const std::string& key) {
    std::string name = key;
    for (char& c : name) c = c == '.' || c == '-' ? '_' : c;
    return name;
}

std::set<std::string> parts(const std::string& list) {
    std::set<std::string> result;
    std::string part;
    for (const char c : list + ',') {
        if (c == ',') {
            result.insert(part);
            part.clear();
        } else {
            part += c;
        }
    }
    return result;
}

std::string text_at(const Table& table, const std::string& key) {
    const auto found = table.find(key);
    return found == table.end() || !found->is_string() ? std::string() : found->get<std::string>();
}

int write_keys(const std::string& without, const char* path) {
    Table table;
    if (!read(path, table)) return 1;
    const std::set<std::string> left_out = parts(without);
    std::vector<std::string> keys;
    std::vector<std::string> plurals;
    std::set<std::string> names;
    for (const auto& [key, value] : table.items()) {
        if (left_out.count(key.substr(0, key.find('.'))) > 0) continue;
        const std::size_t dot = key.rfind('.');
        const std::string base = key.substr(0, dot);
        const std::string form = dot == std::string::npos ? std::string() : key.substr(dot + 1);
        if (table.contains(base + ".other") && (form == "one" || form == "other")) {
            if (form == "other") plurals.push_back(base);
        } else {
            keys.push_back(key);
            if (!names.insert(identifier(key)).second) {
                std::fprintf(stderr, "make-interface-texts: two keys have the name of %s\n", key.c_str());
                return 1;
            }
        }
    }
    std::printf(
        "#pragma once\n// Made from assets/i18n/en.json by tools/interface_texts. Not to be changed by "
        "hand.\n\n"
        "#include <array>\n#include <cstddef>\n#include <cstdint>\n#include <string_view>\n\n"
        "namespace twicetold::viewer {\n\n/// Texts of the interface.\nenum class Text : std::uint16_t {\n");
    for (const std::string& key : keys) std::printf("    %s,\n", identifier(key).c_str());
    std::printf(
        "    count\n};\n\n/// Texts that a number decides the form of.\nenum class Plural : std::uint16_t "
        "{\n");
    for (const std::string& key : plurals) std::printf("    %s,\n", identifier(key).c_str());
    std::printf(
        "    count\n};\n\nstruct KeyedText {\n    std::string_view key;\n    std::string_view text;\n};\n"
        "struct KeyedPlural {\n    std::string_view key;\n    std::string_view one;\n    std::string_view "
        "other;\n};\n\n"
        "/// By key.\ninline constexpr std::array<KeyedText, static_cast<std::size_t>(Text::count)> "
        "english_texts = {{\n");
    for (const std::string& key : keys)
        std::printf("    {%s, %s},\n", literal(key).c_str(), literal(text_at(table, key)).c_str());
    std::printf(
        "}};\ninline constexpr std::array<KeyedPlural, static_cast<std::size_t>(Plural::count)> "
        "english_plurals = {{\n");
    for (const std::string& key : plurals) {
        std::printf("    {%s, %s, %s},\n", literal(key).c_str(),
                    literal(text_at(table, key + ".one")).c_str(),
                    literal(text_at(table, key + ".other")).c_str());
    }
    std::printf("}};\n\n}  // namespace twicetold::viewer\n");
    return 0;
}

int write_tables(int count, char** paths) {
    std::printf(
        "#pragma once\n// Made from assets/i18n by tools/interface_texts. Not to be changed by hand.\n\n"
        "#include <array>\n#include <string_view>\n\nnamespace twicetold::desktop {\n\n"
        "/// As viewer::Strings reads it: a line a text, its key, a tab, the text.\nstruct LanguageTable {\n"
        "    std::string_view language;\n    std::string_view texts;\n};\n\n"
        "inline constexpr std::array<LanguageTable, %d> language_tables = {{\n",
        count);
    for (int index = 0; index < count; ++index) {
        Table table;
        if (!read(paths[index], table)) return 1;
        std::string language = paths[index];
        language = language.substr(language.find_last_of("/\\") + 1);
        language = language.substr(0, language.find('.'));
        std::printf("    {%s,\n", literal(language).c_str());
        for (const auto& [key, value] : table.items())
            std::printf("     %s\n", literal(key + '\t' + text_at(table, key) + '\n').c_str());
        std::printf("    },\n");
    }
    std::printf("}};\n\n}  // namespace twicetold::desktop\n");
    return 0;
}

}  // namespace

int main(int count, char** words) {
    const std::string command = count > 1 ? words[1] : "";
    if (command == "keys" && count == 4) return write_keys(words[2], words[3]);
    if (command == "tables" && count > 2) return write_tables(count - 2, words + 2);
    std::fprintf(stderr, "usage: make-interface-texts keys WITHOUT en.json | tables TABLE…\n");
    return 2;
}
