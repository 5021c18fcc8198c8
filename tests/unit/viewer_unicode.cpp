// What is set in lines, against the test files of the Unicode Character Database.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "viewer/bidi.h"
#include "viewer/clusters.h"
#include "viewer/line_breaks.h"
#include "viewer/unicode.h"

using namespace twicetold;

namespace {

const std::string folder = TWICETOLD_UNICODE_DATA;

std::vector<std::string> fields_of(const std::string& line, char separator) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, separator);) fields.push_back(field);
    return fields;
}

/// "÷ 0061 × 0301 ÷": code points, and whether a border stands before each.
struct BorderCase {
    std::vector<char32_t> text;
    std::vector<bool> borders;
};

BorderCase border_case(const std::string& line) {
    BorderCase result;
    std::istringstream stream(line);
    bool border = false;
    for (std::string word; stream >> word;) {
        if (word == "÷" || word == "×") {
            border = word == "÷";
        } else {
            result.text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
            result.borders.push_back(border);
        }
    }
    return result;
}

/// Calls `visit` for every line of a test file that is not empty without its comment.
template <typename Visit>
void for_each_line(const std::string& name, Visit&& visit) {
    std::ifstream file(folder + "/" + name);
    REQUIRE(file.is_open());
    for (std::string line; std::getline(file, line);) {
        line = line.substr(0, line.find('#'));
        if (line.find_first_not_of(" \t\r") != std::string::npos) visit(line);
    }
}

}  // namespace

TEST_CASE("clusters are those of GraphemeBreakTest.txt") {
    std::size_t cases = 0;
    for_each_line("auxiliary/GraphemeBreakTest.txt", [&](const std::string& line) {
        const BorderCase wanted = border_case(line);
        viewer::ClusterBorders borders;
        std::vector<bool> found;
        for (const char32_t c : wanted.text) found.push_back(borders.before(c));
        INFO(line);
        CHECK(found == wanted.borders);
        ++cases;
    });
    CHECK(cases > 1000);
}

TEST_CASE("lines may break where LineBreakTest.txt says so") {
    std::size_t cases = 0;
    std::size_t wrong = 0;
    for_each_line("auxiliary/LineBreakTest.txt", [&](const std::string& line) {
        const BorderCase wanted = border_case(line);
        ++cases;
        const std::vector<bool> found = viewer::line_breaks(wanted.text, viewer::LineBreakStyle::plain);
        if (found == wanted.borders) return;
        ++wrong;
        INFO(line);
        if (wrong < 20) CHECK(found == wanted.borders);
    });
    CHECK(cases > 10000);
    CHECK(wrong == 0);
}

TEST_CASE("embedding levels are those of BidiCharacterTest.txt") {
    std::size_t cases = 0;
    std::size_t wrong = 0;
    for_each_line("BidiCharacterTest.txt", [&](const std::string& line) {
        const std::vector<std::string> fields = fields_of(line, ';');
        std::vector<char32_t> text;
        std::string utf8;
        for (const std::string& word : fields_of(fields[0], ' ')) {
            text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
            const char32_t c = text.back();
            if (c < 0x80) {
                utf8 += static_cast<char>(c);
            } else if (c < 0x800) {
                utf8 += static_cast<char>(0xC0U | (c >> 6U));
                utf8 += static_cast<char>(0x80U | (c & 0x3FU));
            } else if (c < 0x10000) {
                utf8 += static_cast<char>(0xE0U | (c >> 12U));
                utf8 += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
                utf8 += static_cast<char>(0x80U | (c & 0x3FU));
            } else {
                utf8 += static_cast<char>(0xF0U | (c >> 18U));
                utf8 += static_cast<char>(0x80U | ((c >> 12U) & 0x3FU));
                utf8 += static_cast<char>(0x80U | ((c >> 6U) & 0x3FU));
                utf8 += static_cast<char>(0x80U | (c & 0x3FU));
            }
        }
        const viewer::Direction base =
            fields[2] == "1" ? viewer::Direction::right_to_left : viewer::Direction::left_to_right;
        if (fields[1] == "2") {
            CHECK(viewer::strong_direction(utf8).value_or(viewer::Direction::left_to_right) == base);
        }
        const std::vector<std::uint8_t> found = viewer::embedding_levels(text, base);
        const std::vector<std::string> wanted = fields_of(fields[3], ' ');
        bool same = found.size() == wanted.size();
        for (std::size_t at = 0; same && at < found.size(); ++at) {
            same = wanted[at] == "x" || std::stoi(wanted[at]) == found[at];
        }
        ++cases;
        if (same) return;
        ++wrong;
        INFO(line);
        if (wrong < 20) CHECK(same);
    });
    CHECK(cases > 90000);
    CHECK(wrong == 0);
}

TEST_CASE("embedding levels are those of BidiTest.txt, which tries every row of classes") {
    // A character of each class that stands in no pair of brackets.
    const auto example = [](const std::string& name) -> char32_t {
        const std::vector<std::pair<std::string, char32_t>> examples = {
            {"L", U'a'},     {"R", 0x05D0},   {"AL", 0x0627},  {"EN", U'1'},    {"ES", U'+'},
            {"ET", U'%'},    {"AN", 0x0661},  {"CS", U','},    {"NSM", 0x0300}, {"BN", 0x00AD},
            {"B", 0x2029},   {"S", 0x09},     {"WS", 0x20},    {"ON", U'!'},    {"LRE", 0x202A},
            {"LRO", 0x202D}, {"RLE", 0x202B}, {"RLO", 0x202E}, {"PDF", 0x202C}, {"LRI", 0x2066},
            {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069}};
        for (const auto& [known, c] : examples) {
            if (known == name) return c;
        }
        return 0;
    };
    std::vector<std::string> wanted;
    std::size_t cases = 0;
    std::size_t wrong = 0;
    for_each_line("BidiTest.txt", [&](const std::string& line) {
        if (line[0] == '@') {
            if (line.rfind("@Levels:", 0) == 0) {
                std::istringstream stream(line.substr(8));
                wanted.clear();
                for (std::string level; stream >> level;) wanted.push_back(level);
            }
            return;
        }
        const std::vector<std::string> fields = fields_of(line, ';');
        std::istringstream stream(fields[0]);
        std::vector<char32_t> text;
        for (std::string name; stream >> name;) text.push_back(example(name));
        const unsigned long bases = std::stoul(fields[1], nullptr, 16);
        // 1: by the first strong letter (tried above), 2: left to right, 4: right to left.
        for (const unsigned long bit : {2UL, 4UL}) {
            if ((bases & bit) == 0) continue;
            const std::vector<std::uint8_t> found = viewer::embedding_levels(
                text, bit == 4 ? viewer::Direction::right_to_left : viewer::Direction::left_to_right);
            bool same = found.size() == wanted.size();
            for (std::size_t at = 0; same && at < found.size(); ++at) {
                same = wanted[at] == "x" || std::stoi(wanted[at]) == found[at];
            }
            ++cases;
            if (same) continue;
            ++wrong;
            INFO(line);
            if (wrong < 20) CHECK(same);
        }
    });
    CHECK(cases > 400000);
    CHECK(wrong == 0);
}
