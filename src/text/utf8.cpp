#include "text/utf8.h"

#include <algorithm>
#include <cstring>

namespace twicetold::text {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t position) {
    return static_cast<unsigned char>(text[position]);
}

/// Length of the well-formed character at `position`, or 0; then `skip` is the length of the maximal subpart.
std::uint32_t well_formed_length(std::string_view text, std::size_t position, std::uint32_t& skip) {
    const std::uint32_t lead = byte_at(text, position);
    skip = 1;
    if (lead < 0x80) return 1;
    std::uint32_t length = 0;
    std::uint32_t low = 0x80;
    std::uint32_t high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;  // surrogates
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return 0;
    }
    for (std::uint32_t i = 1; i < length; ++i) {
        if (position + i >= text.size()) return 0;
        const std::uint32_t trail = byte_at(text, position + i);
        if (trail < low || trail > high) return 0;
        low = 0x80;
        high = 0xBF;
        skip = i + 1;
    }
    return length;
}

/// First position at or after `from` that is not ASCII. Eight bytes a step: news text is mostly ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t from) {
    while (from + 8 <= text.size()) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + from, 8);
        if ((block & 0x8080808080808080ULL) != 0) break;
        from += 8;
    }
    while (from < text.size() && byte_at(text, from) < 0x80) ++from;
    return from;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t position) {
    const std::uint32_t lead = byte_at(text, position);
    if (lead < 0x80) return {static_cast<char32_t>(lead), 1};
    const auto trail = [&](std::size_t i) { return byte_at(text, position + i) & 0x3FU; };
    if (lead < 0xE0) return {static_cast<char32_t>(((lead & 0x1FU) << 6U) | trail(1)), 2};
    if (lead < 0xF0) {
        return {static_cast<char32_t>(((lead & 0x0FU) << 12U) | (trail(1) << 6U) | trail(2)), 3};
    }
    return {static_cast<char32_t>(((lead & 0x07U) << 18U) | (trail(1) << 12U) | (trail(2) << 6U) | trail(3)),
            4};
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto value = static_cast<std::uint32_t>(code_point);
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0U | (value >> 6U));
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0U | (value >> 12U));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | (value >> 18U));
        put(0x80U | ((value >> 12U) & 0x3FU));
        put(0x80U | ((value >> 6U) & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

Repair repair_utf8(std::string& text) {
    Repair repair;
    std::size_t position = 0;
    std::uint32_t skip = 0;
    for (;;) {
        position = skip_ascii(text, position);
        if (position >= text.size()) return repair;
        const std::uint32_t length = well_formed_length(text, position, skip);
        if (length == 0) break;
        position += length;
    }
    repair.first_invalid = position;
    std::string repaired(text, 0, position);
    repaired.reserve(text.size() + 64);
    while (position < text.size()) {
        const std::uint32_t length = well_formed_length(text, position, skip);
        if (length == 0) {
            repaired += "\xEF\xBF\xBD";
            repair.invalid_bytes += skip;
            position += skip;
        } else {
            repaired.append(text, position, length);
            position += length;
        }
    }
    text = std::move(repaired);
    return repair;
}

double binary_share(std::string_view bytes) {
    const std::size_t size = std::min<std::size_t>(bytes.size(), 64U << 10U);
    if (size == 0) return 0;
    const std::string_view sample = bytes.substr(0, size);
    std::size_t strange = 0;
    std::uint32_t skip = 0;
    for (std::size_t position = 0; position < size;) {
        const std::uint32_t length = well_formed_length(sample, position, skip);
        if (length == 0) {
            if (position + 4 <= size) strange += skip;  // a character cut off by the sample's end is no fault
            position += skip;
            continue;
        }
        const std::uint32_t lead = byte_at(sample, position);
        if (lead == 0x7F || (lead < 0x20 && (lead < 0x09 || lead > 0x0D) && lead != 0x1B)) ++strange;
        position += length;
    }
    // A few stray bytes in a short text are no sign of anything.
    constexpr std::size_t fewest = 8;
    return strange < fewest ? 0.0 : static_cast<double>(strange) / static_cast<double>(size);
}

}  // namespace twicetold::text
