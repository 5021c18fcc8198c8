#include "viewer/unicode.h"

#include <algorithm>
#include <iterator>

#include "viewer/segmentation_tables.h"

namespace twicetold::viewer {

const CharacterProperties& properties_of(char32_t c) {
    static constexpr CharacterProperties unassigned;
    if (c > 0x10FFFF) return unassigned;
    const std::size_t block = tables::blocks[c / tables::block_size];
    return tables::combinations[tables::cells[block * tables::block_size + c % tables::block_size]];
}

Bracket bracket_of(char32_t c) {
    const auto* const found =
        std::lower_bound(std::begin(tables::bracket_from), std::end(tables::bracket_from), c);
    if (found == std::end(tables::bracket_from) || *found != c) return {};
    const auto at = found - std::begin(tables::bracket_from);
    return {tables::bracket_pair[at], tables::bracket_opens[at]};
}

}  // namespace twicetold::viewer
