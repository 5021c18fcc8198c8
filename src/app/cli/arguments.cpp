#include "app/cli/arguments.h"

#include <algorithm>
#include <optional>

namespace twicetold::cli {

const std::string_view help_text =
    R"(Twicetold shows how a news article changed between versions, and how several outlets tell one event.

  twicetold compare BEFORE AFTER [LATER…]    compare versions, oldest first
  twicetold coverage FILE FILE [FILE…]       compare what several outlets say about one event
  twicetold extract FILE                     show what is read from a file: title, paragraphs, sentences
  twicetold batch < IN.jsonl > OUT.jsonl     one comparison a line

A FILE of "-" is standard input. Files ending in .md or .markdown are read as Markdown, others as plain text.

  --format FORMAT           text (default), json, html, markdown, csv or unified; extract: text or json
  --output FILE             write there instead of to standard output
  --ignore LIST             what counts as no difference, with commas between: quotes, dashes, ellipsis,
                            whitespace, invisible, case, diacritics, punctuation, hyphenation
  --language TAG            language of the texts, such as en or pt-BR
  --position-encoding E     how JSON counts positions: utf-16 (default), utf-8 or utf-32
  --color WHEN              auto (default), always or never; text only
  --mode MODE               batch: versions (default) or coverage, where a line does not say
  --vectors FOLDER          coverage, batch: word vectors for English, made by tools/build_vectors.mjs
  --first-to-last           also compare the first version with the last of three or more
  --pairs                   coverage, batch: also every two sentences that are alike, the likeliest first; in json
  --collation               also all versions word by word: in json, or as a table of its own in csv
  --help, --version

Exit status: 0 if nothing differs, 1 if something does, 2 if there was trouble.
)";

namespace {

/// Letters to change, add, drop or swap with their neighbour to make one word of the other ("optimal string alignment").
std::size_t distance(std::string_view one, std::string_view two) {
    std::vector<std::vector<std::size_t>> table(one.size() + 1, std::vector<std::size_t>(two.size() + 1));
    for (std::size_t i = 0; i <= one.size(); ++i) {
        for (std::size_t j = 0; j <= two.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            const std::size_t change = one[i - 1] == two[j - 1] ? 0 : 1;
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1]) {
                table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
            }
        }
    }
    return table[one.size()][two.size()];
}

std::string quoted(std::string_view word) { return "'" + std::string(word) + "'"; }

std::string listed(const std::vector<std::string_view>& words) {
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) list += i + 1 == words.size() ? " and " : ", ";
        list += words[i];
    }
    return list;
}

/// "'jsn' is none of text and json; did you mean json?"
std::string none_of(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string sentence = quoted(word) + " is none of " + listed(candidates);
    if (const std::string_view near = nearest(word, candidates); !near.empty()) {
        sentence += "; did you mean " + std::string(near) + "?";
    }
    return sentence;
}

struct Option {
    std::string_view name;
    bool has_value = true;
};

const std::vector<Option> options{
    {"--format"},
    {"--output"},
    {"--ignore"},
    {"--language"},
    {"--position-encoding"},
    {"--color"},
    {"--mode"},
    {"--vectors"},
    {"--first-to-last", false},
    {"--collation", false},
    {"--pairs", false},
    {"--help", false},
    {"--version", false},
};

const std::vector<std::string_view> commands{"compare", "coverage", "extract", "batch"};

const std::vector<std::string_view> format_names{"text", "json", "html", "markdown", "csv", "unified"};

class Parser {
public:
    ParsedArguments parse(const std::vector<std::string>& words) {
        if (words.empty())
            fail("compare, coverage, extract or batch", "a command is needed; see twicetold --help");
        bool options_end = false;
        bool has_command = false;
        for (std::size_t i = 0; i < words.size() && is_well(); ++i) {
            const std::string& word = words[i];
            if (options_end || word == "-" || !word.starts_with('-')) {
                if (has_command)
                    parsed_.arguments.files.push_back(word);
                else
                    command(word);
                has_command = true;
            } else if (word == "--") {
                options_end = true;
            } else {
                i += option(word, i + 1 < words.size() ? &words[i + 1] : nullptr);
            }
        }
        if (is_well() && wants_help_)
            parsed_.arguments.command = Command::help;
        else if (is_well() && wants_version_)
            parsed_.arguments.command = Command::version;
        else if (is_well() && !has_command)
            fail("compare, coverage, extract or batch", "a command is needed; see twicetold --help");
        else if (is_well())
            check();
        return std::move(parsed_);
    }

private:
    [[nodiscard]] bool is_well() const { return parsed_.problem.empty(); }

    void fail(std::string_view subject, std::string problem) {
        parsed_.subject = subject;
        parsed_.problem = std::move(problem);
    }

    void command(const std::string& word) {
        const auto found = std::find(commands.begin(), commands.end(), word);
        if (found == commands.end()) {
            std::string problem = "there is no such command; there are " + listed(commands);
            if (const std::string_view near = nearest(word, commands); !near.empty()) {
                problem = "there is no such command; did you mean " + std::string(near) + "?";
            }
            return fail(word, std::move(problem));
        }
        constexpr Command values[] = {Command::compare, Command::coverage, Command::extract, Command::batch};
        parsed_.arguments.command = values[found - commands.begin()];
        if (parsed_.arguments.command == Command::coverage)
            parsed_.arguments.options.mode = engine::Mode::coverage;
        if (parsed_.arguments.command == Command::batch) parsed_.arguments.format = Format::json;
    }

    /// Returns how many of the following words it took.
    std::size_t option(const std::string& word, const std::string* following) {
        if (word == "-h") {
            wants_help_ = true;
            return 0;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(0, equals);
        const auto known = std::find_if(options.begin(), options.end(),
                                        [&](const Option& each) { return each.name == name; });
        if (known == options.end()) {
            unknown_option(name);
            return 0;
        }
        if (!known->has_value) {
            if (equals != std::string::npos) fail(name, "this option takes no value");
            flag(name);
            return 0;
        }
        if (equals != std::string::npos) {
            value(name, word.substr(equals + 1));
            return 0;
        }
        if (following == nullptr) {
            fail(name, "a value is missing behind this option");
            return 0;
        }
        value(name, *following);
        return 1;
    }

    void unknown_option(const std::string& name) {
        std::vector<std::string_view> names;
        names.reserve(options.size());
        for (const Option& each : options) names.push_back(each.name);
        const std::string_view near = nearest(name, names);
        fail(name, near.empty() ? "there is no such option; see twicetold --help"
                                : "there is no such option; did you mean " + std::string(near) + "?");
    }

    void flag(std::string_view name) {
        if (name == "--help")
            wants_help_ = true;
        else if (name == "--version")
            wants_version_ = true;
        else if (name == "--collation")
            parsed_.arguments.options.collation = true;
        else if (name == "--pairs")
            parsed_.arguments.options.pairs = true;
        else
            parsed_.arguments.options.first_to_last = true;
    }

    void value(const std::string& name, const std::string& word) {
        Arguments& to = parsed_.arguments;
        if (name == "--output") {
            if (word.empty()) return fail(name, "a file name is missing behind this option");
            to.output = word;
        } else if (name == "--vectors") {
            if (word.empty()) return fail(name, "a folder is missing behind this option");
            to.vectors = word;
        } else if (name == "--language") {
            to.options.language = word;
        } else if (name == "--ignore") {
            ignore(word);
        } else if (name == "--format") {
            const auto index = choose(name, word, format_names);
            if (index) to.format = static_cast<Format>(*index);
        } else if (name == "--color") {
            const auto index = choose(name, word, {"auto", "always", "never"});
            if (index) to.colour = static_cast<Colour>(*index);
        } else if (name == "--mode") {
            const auto& names = report::names<engine::Mode>;
            const auto index = choose(name, word, {names.begin(), names.end()});
            if (index) to.options.mode = static_cast<engine::Mode>(*index);
            mode_given_ = true;
        } else {
            const auto& names = report::names<report::PositionEncoding>;
            const auto index = choose(name, word, {names.begin(), names.end()});
            if (index) to.position_encoding = static_cast<report::PositionEncoding>(*index);
        }
    }

    std::optional<std::size_t> choose(std::string_view option, std::string_view word,
                                      const std::vector<std::string_view>& names) {
        const auto found = std::find(names.begin(), names.end(), word);
        if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
        fail(option, none_of(word, names));
        return std::nullopt;
    }

    void ignore(std::string_view list) {
        std::vector<std::string_view> names;
        names.reserve(report::ignore_names.size());
        for (const report::IgnoreName& each : report::ignore_names) names.push_back(each.name);
        while (!list.empty()) {
            const std::size_t comma = std::min(list.find(','), list.size());
            const std::string_view name = list.substr(0, comma);
            list.remove_prefix(std::min(comma + 1, list.size()));
            if (name.empty()) continue;
            const auto flag = report::ignore_of(name);
            if (!flag) return fail("--ignore", none_of(name, names));
            parsed_.arguments.options.ignore = parsed_.arguments.options.ignore | *flag;
        }
    }

    /// What only all words together show.
    void check() {
        Arguments& to = parsed_.arguments;
        const std::size_t count = to.files.size();
        switch (to.command) {
            case Command::compare:
                if (count == 0) return fail("compare", "two or more files are needed, the oldest first");
                if (count == 1) {
                    return fail(to.files.front(),
                                "this is the only file; a comparison needs two or more, the oldest first");
                }
                if (std::count(to.files.begin(), to.files.end(), "-") > 1) {
                    return fail("-", "standard input can stand for one file only");
                }
                break;
            case Command::coverage:
                if (count < 2) {
                    return fail(count == 0 ? "coverage" : to.files.front(),
                                count == 0
                                    ? "two or more files are needed, one an outlet"
                                    : "this is the only file; coverage needs two or more, one an outlet");
                }
                if (std::count(to.files.begin(), to.files.end(), "-") > 1) {
                    return fail("-", "standard input can stand for one file only");
                }
                if (to.format == Format::unified) {
                    return fail(
                        "--format",
                        "a unified diff has two sides; coverage writes text, json, html, markdown or csv");
                }
                if (to.options.collation || to.options.first_to_last) {
                    return fail(to.options.collation ? "--collation" : "--first-to-last",
                                "this option is for versions, not for coverage");
                }
                break;
            case Command::extract:
                if (count != 1)
                    return fail("extract", "one file is needed; " + std::to_string(count) + " were given");
                if (to.format != Format::text && to.format != Format::json) {
                    return fail("--format", "extract writes text or json");
                }
                break;
            case Command::batch:
                if (count != 0)
                    return fail(to.files.front(), "batch reads standard input, and takes no files");
                if (to.format != Format::json) return fail("--format", "batch writes json only");
                return;
            default: return;
        }
        if (mode_given_) return fail("--mode", "this option is for batch");
        if (!to.vectors.empty() && to.command != Command::coverage) {
            return fail("--vectors", "this option is for coverage and batch");
        }
        if (to.options.pairs && (to.command != Command::coverage || to.format != Format::json)) {
            fail("--pairs", "the pairs are written by coverage and batch, with --format json");
        }
        if (to.options.collation && to.format != Format::json && to.format != Format::csv) {
            fail("--collation", "the table is written as json or csv; say which with --format");
        }
    }

    ParsedArguments parsed_;
    bool wants_help_ = false;
    bool wants_version_ = false;
    bool mode_given_ = false;
};

}  // namespace

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    std::string_view best;
    // A third of the letters wrong is as far as a slip goes.
    std::size_t least = std::max<std::size_t>(word.size() / 3, 2) + 1;
    for (const std::string_view candidate : candidates) {
        if (word.size() > 64) break;
        const std::size_t far = distance(word, candidate);
        if (far < least && far < candidate.size()) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

ParsedArguments parse_arguments(const std::vector<std::string>& words) { return Parser().parse(words); }

}  // namespace twicetold::cli
