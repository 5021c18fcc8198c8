#include "viewer/bidi.h"

#include <algorithm>
#include <array>
#include <limits>

#include "viewer/segments.h"
#include "viewer/unicode.h"

namespace twicetold::viewer {
namespace {

constexpr unsigned deepest = 125;                 // BD2
constexpr std::size_t most_open_brackets = 63;    // BD16
constexpr std::size_t letters_that_tell = 20000;  // of a document; more would only cost time
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

bool is_isolate_initiator(BidiClass type) {
    return type == BidiClass::LRI || type == BidiClass::RLI || type == BidiClass::FSI;
}
bool is_removed(BidiClass type) {  // X9
    switch (type) {
        case BidiClass::RLE:
        case BidiClass::LRE:
        case BidiClass::RLO:
        case BidiClass::LRO:
        case BidiClass::PDF:
        case BidiClass::BN: return true;
        default: return false;
    }
}
bool is_neutral_or_isolate(BidiClass type) {  // NI
    switch (type) {
        case BidiClass::B:
        case BidiClass::S:
        case BidiClass::WS:
        case BidiClass::ON:
        case BidiClass::FSI:
        case BidiClass::LRI:
        case BidiClass::RLI:
        case BidiClass::PDI: return true;
        default: return false;
    }
}
BidiClass direction_class(unsigned level) { return level % 2 == 1 ? BidiClass::R : BidiClass::L; }

/// What a type counts as for N0 to N2: numbers are right to left there. ON: nothing strong.
BidiClass strong(BidiClass type) {
    switch (type) {
        case BidiClass::L: return BidiClass::L;
        case BidiClass::R:
        case BidiClass::AL:
        case BidiClass::EN:
        case BidiClass::AN: return BidiClass::R;
        default: return BidiClass::ON;
    }
}

class Levels {
public:
    Levels(std::span<const char32_t> paragraph, unsigned base)
        : paragraph_(paragraph), base_(base), levels_(paragraph.size(), static_cast<std::uint8_t>(base)) {
        types_.reserve(paragraph.size());
        for (const char32_t c : paragraph) types_.push_back(properties_of(c).bidi);
        original_ = types_;
    }

    std::vector<std::uint8_t> resolve() {
        match_isolates();
        find_explicit_levels();
        kept_.reserve(types_.size());
        for (std::uint32_t at = 0; at < types_.size(); ++at) {
            if (!is_removed(original_[at])) kept_.push_back(at);
        }
        find_runs();
        resolve_sequences();
        give_removed_levels();
        reset_separators();
        return std::move(levels_);
    }

private:
    /// BD9: the PDI of each isolate initiator, and the other way round.
    void match_isolates() {
        partner_.assign(types_.size(), none);
        std::vector<std::uint32_t> open;
        for (std::uint32_t at = 0; at < types_.size(); ++at) {
            if (is_isolate_initiator(types_[at])) {
                open.push_back(at);
            } else if (types_[at] == BidiClass::PDI && !open.empty()) {
                partner_[at] = open.back();
                partner_[open.back()] = at;
                open.pop_back();
            }
        }
    }

    /// P2 and P3 for the inside of an FSI.
    [[nodiscard]] bool isolate_is_right(std::uint32_t initiator) const {
        const std::uint32_t end =
            partner_[initiator] == none ? static_cast<std::uint32_t>(types_.size()) : partner_[initiator];
        for (std::uint32_t at = initiator + 1; at < end; ++at) {
            const BidiClass type = original_[at];
            if (type == BidiClass::L) return false;
            if (type == BidiClass::R || type == BidiClass::AL) return true;
            if (is_isolate_initiator(type)) {
                if (partner_[at] == none) return false;
                at = partner_[at];
            }
        }
        return false;
    }

    /// X1 to X8.
    void find_explicit_levels() {
        struct Status {
            std::uint8_t level;
            BidiClass override;  // ON: neutral
            bool isolate;
        };
        std::array<Status, deepest + 2> stack;
        std::size_t depth = 0;
        stack[depth++] = {static_cast<std::uint8_t>(base_), BidiClass::ON, false};
        std::size_t overflow_isolates = 0;
        std::size_t overflow_embeddings = 0;
        std::size_t valid_isolates = 0;
        const auto override_type = [&](std::uint32_t at) {
            if (stack[depth - 1].override != BidiClass::ON) types_[at] = stack[depth - 1].override;
        };
        const auto next_level = [&](bool right) {
            const unsigned level = stack[depth - 1].level;
            return right ? (level + 1) | 1U : (level + 2) & ~1U;
        };
        for (std::uint32_t at = 0; at < types_.size(); ++at) {
            const BidiClass type = original_[at];
            switch (type) {
                case BidiClass::RLE:
                case BidiClass::LRE:
                case BidiClass::RLO:
                case BidiClass::LRO: {
                    levels_[at] = stack[depth - 1].level;
                    const bool right = type == BidiClass::RLE || type == BidiClass::RLO;
                    const unsigned level = next_level(right);
                    if (level <= deepest && overflow_isolates == 0 && overflow_embeddings == 0) {
                        const BidiClass over = type == BidiClass::RLO   ? BidiClass::R
                                               : type == BidiClass::LRO ? BidiClass::L
                                                                        : BidiClass::ON;
                        stack[depth++] = {static_cast<std::uint8_t>(level), over, false};
                    } else if (overflow_isolates == 0) {
                        ++overflow_embeddings;
                    }
                    break;
                }
                case BidiClass::RLI:
                case BidiClass::LRI:
                case BidiClass::FSI: {
                    levels_[at] = stack[depth - 1].level;
                    override_type(at);
                    const bool right =
                        type == BidiClass::RLI || (type == BidiClass::FSI && isolate_is_right(at));
                    const unsigned level = next_level(right);
                    if (level <= deepest && overflow_isolates == 0 && overflow_embeddings == 0) {
                        ++valid_isolates;
                        stack[depth++] = {static_cast<std::uint8_t>(level), BidiClass::ON, true};
                    } else {
                        ++overflow_isolates;
                    }
                    break;
                }
                case BidiClass::PDI:
                    if (overflow_isolates > 0) {
                        --overflow_isolates;
                    } else if (valid_isolates > 0) {
                        overflow_embeddings = 0;
                        while (!stack[depth - 1].isolate) --depth;
                        --depth;
                        --valid_isolates;
                    }
                    levels_[at] = stack[depth - 1].level;
                    override_type(at);
                    break;
                case BidiClass::PDF:
                    if (overflow_isolates == 0) {
                        if (overflow_embeddings > 0) {
                            --overflow_embeddings;
                        } else if (!stack[depth - 1].isolate && depth >= 2) {
                            --depth;
                        }
                    }
                    levels_[at] = stack[depth - 1].level;
                    break;
                case BidiClass::B: levels_[at] = static_cast<std::uint8_t>(base_); break;
                case BidiClass::BN: levels_[at] = stack[depth - 1].level; break;
                default:
                    levels_[at] = stack[depth - 1].level;
                    override_type(at);
                    break;
            }
        }
    }

    /// Level runs (BD7), as half-open ranges of `kept_`.
    struct Run {
        std::uint32_t first;
        std::uint32_t last;
    };

    void find_runs() {
        run_of_.assign(types_.size(), 0);
        for (std::uint32_t at = 0; at < kept_.size(); ++at) {
            if (at == 0 || levels_[kept_[at]] != levels_[kept_[at - 1]]) runs_.push_back({at, at});
            runs_.back().last = at + 1;
            run_of_[kept_[at]] = static_cast<std::uint32_t>(runs_.size()) - 1;
        }
    }

    /// X10: the runs of each isolating run sequence (BD13), one sequence after the other.
    void resolve_sequences() {
        const std::vector<std::uint8_t> explicit_levels = levels_;
        for (const Run& start : runs_) {
            const std::uint32_t first = kept_[start.first];
            if (original_[first] == BidiClass::PDI && partner_[first] != none) continue;
            sequence_.clear();
            const Run* run = &start;
            while (true) {
                sequence_.insert(sequence_.end(), kept_.begin() + run->first, kept_.begin() + run->last);
                const std::uint32_t last = sequence_.back();
                if (!is_isolate_initiator(original_[last]) || partner_[last] == none) break;
                run = &runs_[run_of_[partner_[last]]];
            }
            const unsigned level = explicit_levels[first];
            const unsigned before = start.first == 0 ? base_ : explicit_levels[kept_[start.first - 1]];
            const bool open_end = is_isolate_initiator(original_[sequence_.back()]);
            const unsigned after =
                open_end || run->last == kept_.size() ? base_ : explicit_levels[kept_[run->last]];
            embedding_ = direction_class(level);
            sos_ = direction_class(std::max(level, before));
            eos_ = direction_class(std::max(level, after));
            resolve_weak();
            resolve_brackets();
            resolve_neutral();
            for (const std::uint32_t at : sequence_) {  // I1 and I2
                const BidiClass type = types_[at];
                if (level % 2 == 0) {
                    if (type == BidiClass::R) levels_[at] = static_cast<std::uint8_t>(level + 1);
                    if (type == BidiClass::AN || type == BidiClass::EN) {
                        levels_[at] = static_cast<std::uint8_t>(level + 2);
                    }
                } else if (type == BidiClass::L || type == BidiClass::AN || type == BidiClass::EN) {
                    levels_[at] = static_cast<std::uint8_t>(level + 1);
                }
            }
        }
    }

    [[nodiscard]] BidiClass& type(std::size_t index) { return types_[sequence_[index]]; }

    /// W1 to W7, in one pass but for what looks ahead.
    void resolve_weak() {
        const std::size_t count = sequence_.size();
        BidiClass previous = sos_;
        for (std::size_t index = 0; index < count; ++index) {  // W1
            if (type(index) == BidiClass::NSM) {
                type(index) = index > 0 && (is_isolate_initiator(original_[sequence_[index - 1]]) ||
                                            original_[sequence_[index - 1]] == BidiClass::PDI)
                                  ? BidiClass::ON
                                  : previous;
            }
            previous = type(index);
        }
        BidiClass strongest = sos_;
        for (std::size_t index = 0; index < count; ++index) {  // W2 and W3
            BidiClass& here = type(index);
            if (here == BidiClass::R || here == BidiClass::L || here == BidiClass::AL) {
                strongest = here;
                if (here == BidiClass::AL) here = BidiClass::R;
            } else if (here == BidiClass::EN && strongest == BidiClass::AL) {
                here = BidiClass::AN;
            }
        }
        for (std::size_t index = 1; index + 1 < count; ++index) {  // W4
            BidiClass& here = type(index);
            const BidiClass left = type(index - 1);
            const BidiClass right = type(index + 1);
            if (left != right) continue;
            if ((here == BidiClass::ES || here == BidiClass::CS) && left == BidiClass::EN)
                here = BidiClass::EN;
            if (here == BidiClass::CS && left == BidiClass::AN) here = BidiClass::AN;
        }
        for (std::size_t index = 0; index < count;) {  // W5
            if (type(index) != BidiClass::ET) {
                ++index;
                continue;
            }
            std::size_t end = index;
            while (end < count && type(end) == BidiClass::ET) ++end;
            const bool number = (index > 0 && type(index - 1) == BidiClass::EN) ||
                                (end < count && type(end) == BidiClass::EN);
            for (; index < end; ++index) type(index) = number ? BidiClass::EN : BidiClass::ON;
        }
        strongest = sos_;
        for (std::size_t index = 0; index < count; ++index) {  // W6 and W7
            BidiClass& here = type(index);
            if (here == BidiClass::ES || here == BidiClass::CS) here = BidiClass::ON;
            if (here == BidiClass::L || here == BidiClass::R) strongest = here;
            if (here == BidiClass::EN && strongest == BidiClass::L) here = BidiClass::L;
        }
    }

    /// N0: a pair of brackets goes with what it encloses.
    void resolve_brackets() {
        struct Open {
            char32_t pair;
            std::uint32_t index;
        };
        std::array<Open, most_open_brackets> open;
        std::size_t depth = 0;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
        for (std::uint32_t index = 0; index < sequence_.size(); ++index) {
            if (type(index) != BidiClass::ON) continue;
            const Bracket bracket = bracket_of(paragraph_[sequence_[index]]);
            if (bracket.pair == 0) continue;
            if (bracket.opens) {
                if (depth == open.size()) {
                    pairs.clear();
                    break;
                }
                open[depth++] = {bracket.pair, index};
                continue;
            }
            for (std::size_t at = depth; at-- > 0;) {
                if (open[at].pair != bracket.pair) continue;
                pairs.emplace_back(open[at].index, index);
                depth = at;
                break;
            }
        }
        std::sort(pairs.begin(), pairs.end());
        for (const auto& [opening, closing] : pairs) {
            bool opposite = false;
            bool same = false;
            for (std::size_t index = opening + 1; index < closing && !same; ++index) {
                const BidiClass inside = strong(type(index));
                same = inside == embedding_;
                opposite = opposite || (inside != BidiClass::ON && inside != embedding_);
            }
            if (!same && !opposite) continue;
            BidiClass found = embedding_;
            if (!same) {
                BidiClass context = sos_;
                for (std::size_t index = opening; index-- > 0;) {
                    if (strong(type(index)) == BidiClass::ON) continue;
                    context = strong(type(index));
                    break;
                }
                if (context != embedding_) found = context;
            }
            for (const std::size_t index : {opening, closing}) {
                type(index) = found;
                // Marks behind the bracket, whose type W1 took from it.
                for (std::size_t mark = index + 1; mark < sequence_.size(); ++mark) {
                    if (original_[sequence_[mark]] != BidiClass::NSM) break;
                    type(mark) = found;
                }
            }
        }
    }

    /// N1 and N2.
    void resolve_neutral() {
        const std::size_t count = sequence_.size();
        for (std::size_t index = 0; index < count;) {
            if (!is_neutral_or_isolate(type(index))) {
                ++index;
                continue;
            }
            std::size_t end = index;
            while (end < count && is_neutral_or_isolate(type(end))) ++end;
            const BidiClass left = index == 0 ? sos_ : strong(type(index - 1));
            const BidiClass right = end == count ? eos_ : strong(type(end));
            const BidiClass found = left == right ? left : embedding_;
            for (; index < end; ++index) type(index) = found;
        }
    }

    void give_removed_levels() {
        std::uint8_t level = static_cast<std::uint8_t>(base_);
        for (std::size_t at = 0; at < levels_.size(); ++at) {
            if (is_removed(original_[at])) {
                levels_[at] = level;
            } else {
                level = levels_[at];
            }
        }
    }

    /// L1.
    void reset_separators() {
        bool trailing = true;
        for (std::size_t at = levels_.size(); at-- > 0;) {
            const BidiClass type = original_[at];
            if (type == BidiClass::B || type == BidiClass::S) {
                trailing = true;
            } else if (type != BidiClass::WS && !is_isolate_initiator(type) && type != BidiClass::PDI &&
                       !is_removed(type)) {
                trailing = false;
            }
            if (trailing) levels_[at] = static_cast<std::uint8_t>(base_);
        }
    }

    std::span<const char32_t> paragraph_;
    unsigned base_;
    std::vector<std::uint8_t> levels_;
    std::vector<BidiClass> types_;     // as the rules change them
    std::vector<BidiClass> original_;  // as the database has them
    std::vector<std::uint32_t> partner_;
    std::vector<std::uint32_t> kept_;  // what X9 leaves
    std::vector<Run> runs_;
    std::vector<std::uint32_t> run_of_;
    std::vector<std::uint32_t> sequence_;  // of the sequence at hand: places in the paragraph
    BidiClass embedding_ = BidiClass::L;
    BidiClass sos_ = BidiClass::L;
    BidiClass eos_ = BidiClass::L;
};

/// ISO 639 codes of the languages that are written from right to left in the script they are usually written in.
bool is_written_from_right(std::string_view language) {
    constexpr std::string_view codes =
        " ar he iw fa ur yi ji ps sd ug ckb dv syr arc nqo prs glk mzn lrc azb bqi pnb skr rhg arz ary ";
    const std::string padded = " " + std::string(language) + " ";
    return codes.find(padded) != std::string_view::npos;
}

/// What a BCP 47 tag says: of its script where it names one, else of its language.
std::optional<Direction> declared_direction(std::string_view tag) {
    if (tag.size() < 2) return std::nullopt;
    std::string lower;
    for (const char c : tag) {
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c;
    }
    constexpr std::string_view scripts = " arab aran hebr syrc thaa nkoo adlm rohg mand samr ";
    std::string language;
    for (std::size_t begin = 0; begin <= lower.size();) {
        const std::size_t end = std::min(lower.find('-', begin), lower.size());
        const std::string part = lower.substr(begin, end - begin);
        if (begin == 0) {
            language = part;
        } else if (part.size() == 4 && part[0] >= 'a') {
            return scripts.find(" " + part + " ") != std::string_view::npos ? Direction::right_to_left
                                                                            : Direction::left_to_right;
        }
        begin = end + 1;
    }
    if (language == "und" || language == "mul" || language == "zxx") return std::nullopt;
    return is_written_from_right(language) ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace

std::optional<Direction> strong_direction(std::string_view text) {
    std::size_t isolates = 0;
    for (std::uint32_t at = 0; at < text.size();) {
        switch (properties_of(next_code_point(text, at)).bidi) {
            case BidiClass::L:
                if (isolates == 0) return Direction::left_to_right;
                break;
            case BidiClass::R:
            case BidiClass::AL:
                if (isolates == 0) return Direction::right_to_left;
                break;
            case BidiClass::LRI:
            case BidiClass::RLI:
            case BidiClass::FSI: ++isolates; break;
            case BidiClass::PDI:
                if (isolates > 0) --isolates;
                break;
            default: break;
        }
    }
    return std::nullopt;
}

Direction document_direction(const engine::Document& document) {
    if (const auto declared = declared_direction(document.language)) return *declared;
    std::size_t left = 0;
    std::size_t right = 0;
    const std::string_view text = document.text;
    for (std::uint32_t at = 0; at < text.size() && left + right < letters_that_tell;) {
        const BidiClass type = properties_of(next_code_point(text, at)).bidi;
        if (type == BidiClass::L) ++left;
        if (type == BidiClass::R || type == BidiClass::AL) ++right;
    }
    return right > left ? Direction::right_to_left : Direction::left_to_right;
}

std::vector<std::uint8_t> embedding_levels(std::span<const char32_t> paragraph, Direction base) {
    return Levels(paragraph, base == Direction::right_to_left ? 1 : 0).resolve();
}

}  // namespace twicetold::viewer
