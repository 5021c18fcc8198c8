#pragma once
// The command line, understood.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/comparison.h"
#include "report/names.h"

namespace twicetold::cli {

enum class Command : std::uint8_t { help, version, compare, coverage, extract, batch };

enum class Format : std::uint8_t { text, json, html, markdown, csv, unified };

enum class Colour : std::uint8_t { automatic, always, never };

struct Arguments {
    Command command = Command::help;
    std::vector<std::string> files;
    Format format = Format::text;
    std::string output;  ///< a path; empty or "-": standard output
    engine::Options options;
    report::PositionEncoding position_encoding = report::PositionEncoding::utf_16;
    Colour colour = Colour::automatic;
    std::string vectors;  ///< coverage, batch: a folder of word vectors; empty: none
};

struct ParsedArguments {
    Arguments arguments;
    std::string subject;  ///< what is wrong: an option, a command; empty if nothing is
    std::string problem;  ///< a sentence about it
};

/// `words` are those behind the program's name. Options may stand anywhere, as "--name value" or "--name=value"; behind
/// "--" all words are files.
[[nodiscard]] ParsedArguments parse_arguments(const std::vector<std::string>& words);

/// The candidate that `word` most likely stands for; empty where none is near. By edits of single letters, neighbours swapped
/// among them.
[[nodiscard]] std::string_view nearest(std::string_view word,
                                       const std::vector<std::string_view>& candidates);

extern const std::string_view help_text;

}  // namespace twicetold::cli
