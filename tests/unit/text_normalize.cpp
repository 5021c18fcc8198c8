// Normalisation and case folding against utf8proc's own, which made the tables that they work from.

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <random>
#include <string>

#include "text/characters.h"
#include "text/normalize.h"
#include "text/utf8.h"

using namespace twicetold::text;

namespace {

std::string mapped(const std::string& text, int options) {
    utf8proc_uint8_t* result = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &result,
                                     static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(result, &std::free);
    REQUIRE(length >= 0);
    return {reinterpret_cast<const char*>(result), static_cast<std::size_t>(length)};
}

std::string encoded(const std::u32string& text) {
    std::string out;
    for (const char32_t c : text) append_utf8(out, c);
    return out;
}

void check_forms(const std::string& text) {
    const std::u32string decomposed = to_nfd(text);
    REQUIRE(encoded(decomposed) == mapped(text, UTF8PROC_DECOMPOSE));
    REQUIRE(compose(decomposed) == mapped(text, UTF8PROC_COMPOSE));
    REQUIRE(fold_case(text) == mapped(text, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE));
}

bool is_scalar(char32_t c) { return c < 0xD800 || c > 0xDFFF; }

}  // namespace

TEST_CASE("every character has utf8proc's forms") {
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (is_scalar(c)) check_forms(encoded({c}));
    }
}

TEST_CASE("capitals, small letters and brackets are those of the general category") {
    for (char32_t c = 0x80; c <= 0x10FFFF; ++c) {
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
        REQUIRE(is_upper(c) == (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT));
        REQUIRE(is_lower(c) == (category == UTF8PROC_CATEGORY_LL));
        REQUIRE(is_opening(c) == (category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI));
    }
}

TEST_CASE("marks in any order and number have utf8proc's forms") {
    std::mt19937 random(20);
    const std::u32string pieces =
        U"aeosDnuüçßΩάἀйґאשךابठक়ড়가각각\u0300\u0301\u0302\u0304\u0307\u0308\u0323\u0327\u0328\u0331\u0338"
        U"\u0345\u05B0\u05BC\u05C1\u0653\u0654\u093C\u0CC2\u0CD5\u0DCF\u0DCA\u1100\u1161\u11A8\u11A7\u3042"
        U"\u3099"
        U"\U0001D15E\U0001D165\u2126\u212B\uFB1D\u0344\u0958\u1E69\u01D5";
    std::uniform_int_distribution<std::size_t> length(1, 9);
    std::uniform_int_distribution<std::size_t> which(0, pieces.size() - 1);
    for (int n = 0; n < 50'000; ++n) {
        std::u32string text;
        for (std::size_t k = length(random); k > 0; --k) text += pieces[which(random)];
        check_forms(encoded(text));
    }
}
