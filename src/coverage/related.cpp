#include "coverage/related.h"

#include <algorithm>
#include <string_view>

#include "coverage/order.h"
#include "coverage/vectors.h"
#include "text/characters.h"
#include "text/utf8.h"

namespace twicetold::coverage {

namespace {

// Strengths in 1/16, chosen on the public gold set and the dev half of ECB+.
constexpr std::uint32_t by_concept = 11;
constexpr std::uint32_t by_beginning = 10;
constexpr std::uint32_t by_compound = 10;
constexpr std::uint32_t by_title = 9;
constexpr std::uint32_t by_number = 12;

constexpr std::size_t shared_beginning = 5;  ///< letters that two stems must share to be compared further

class Relations {
public:
    Relations(Story& story, const Vectors* vectors)
        : story_(story),
          vectors_(vectors),
          is_name_(story.stems.size(), false),
          is_calendar_(story.stems.size(), false) {
        story_.related.assign(story.stems.size(), {});
        for (const StoryTerm& term : story.terms) {
            if (term.kind == TermKind::name) is_name_[term.stem] = true;
        }
        for (std::uint32_t entry = 0; entry < story.words.plain.size(); ++entry) {
            const std::uint16_t roles = story.words.roles[entry];
            if (!has_role(roles, WordRole::month) && !has_role(roles, WordRole::weekday)) continue;
            for (std::size_t language = 0; language < 5; ++language) {
                const std::uint32_t stem = story.stem_of_entry[entry * 5 + language];
                if (stem < is_calendar_.size()) is_calendar_[stem] = true;
            }
        }
    }

    void find() {
        by_shared_concept();
        by_common_beginning();
        by_compounds();
        by_numbers();
        by_titles();
        if (vectors_ != nullptr) by_vectors();
        for (auto& list : story_.related) tidy(list);
    }

private:
    void relate(std::uint32_t one, std::uint32_t other, std::uint32_t strength) {
        if (one == other) return;
        story_.related[one].push_back({other, strength});
        story_.related[other].push_back({one, strength});
    }

    static void tidy(std::vector<Related>& list) {
        sort_by(list, [](const Related& each) { return key_of(each.stem, ~each.strength); });
        list.erase(
            std::unique(list.begin(), list.end(),
                        [](const Related& one, const Related& other) { return one.stem == other.stem; }),
            list.end());
    }

    [[nodiscard]] bool is_number(std::uint32_t stem) const {
        return !story_.stems[stem].empty() && story_.stems[stem][0] == '#';
    }
    [[nodiscard]] bool is_plain_word(std::uint32_t stem) const {
        return !is_number(stem) && !is_name_[stem] && !is_calendar_[stem];
    }

    void by_shared_concept() {
        std::vector<std::vector<std::uint32_t>> holders;  // by concept
        std::array<bool, 5> in_use{};
        for (const StoryText& text : story_.texts) in_use[static_cast<std::size_t>(text.language)] = true;
        for (std::uint32_t stem = 0; stem < story_.stems.size(); ++stem) {
            if (is_number(stem) || is_name_[stem]) continue;
            for (std::size_t language = 0; language < 4; ++language) {
                if (!in_use[language]) continue;
                for (const std::uint16_t number :
                     concepts_of(story_.stems[stem], static_cast<Language>(language))) {
                    if (holders.size() <= number) holders.resize(number + 1U);
                    auto& list = holders[number];
                    if (list.empty() || list.back() != stem) list.push_back(stem);
                }
            }
        }
        for (const auto& list : holders) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                for (std::size_t j = i + 1; j < list.size(); ++j) relate(list[i], list[j], by_concept);
            }
        }
    }

    /// "gym" and "gymnasium", "unanimous" and "unanimity": the shorter stem's share of common letters decides.
    void by_common_beginning() {
        std::vector<std::uint32_t> sorted;
        for (std::uint32_t stem = 0; stem < story_.stems.size(); ++stem) {
            if (is_plain_word(stem) && story_.stems[stem].size() >= shared_beginning) sorted.push_back(stem);
        }
        sort_by(sorted, [&](std::uint32_t stem) { return std::string_view(story_.stems[stem]); });
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            const std::string_view one = story_.stems[sorted[i]];
            for (std::size_t j = i + 1; j < sorted.size(); ++j) {
                const std::string_view other = story_.stems[sorted[j]];
                const auto common = static_cast<std::size_t>(
                    std::mismatch(one.begin(), one.end(), other.begin(), other.end()).first - one.begin());
                if (common < shared_beginning) break;
                if (common * 4 >= std::max(one.size(), other.size()) * 3)
                    relate(sorted[i], sorted[j], by_beginning);
            }
        }
    }

    /// "Bahnstreik" and "Streik": one stem ends or begins with the other, and what remains is a word's length.
    void by_compounds() {
        const bool german = std::any_of(story_.texts.begin(), story_.texts.end(), [](const StoryText& text) {
            return text.language == Language::german;
        });
        if (!german) return;
        Numbering known;
        std::vector<std::uint32_t> stems;
        for (std::uint32_t stem = 0; stem < story_.stems.size(); ++stem) {
            if (is_plain_word(stem) && story_.stems[stem].size() >= shared_beginning)
                known.number(story_.stems[stem]), stems.push_back(stem);
        }
        for (const std::uint32_t stem : stems) {
            const std::string_view word = story_.stems[stem];
            for (std::size_t cut = 3; cut + 3 <= word.size(); ++cut) {
                if (word.size() - cut >= shared_beginning) {
                    if (const std::uint32_t tail = known.find(word.substr(cut)); tail != Numbering::none)
                        relate(stem, stems[tail], by_compound);
                }
                if (cut >= shared_beginning) {
                    if (const std::uint32_t head = known.find(word.substr(0, cut)); head != Numbering::none)
                        relate(stem, stems[head], by_compound);
                }
            }
        }
    }

    void by_numbers() {
        struct Known {
            std::uint32_t stem;
            std::uint32_t quantity;
        };
        std::vector<Known> numbers;
        for (const StoryTerm& term : story_.terms) {
            if (term.quantity >= 0) numbers.push_back({term.stem, static_cast<std::uint32_t>(term.quantity)});
        }
        const auto size_of = [&](const Known& known) { return story_.quantities[known.quantity].base; };
        sort_by(numbers, [&](const Known& each) {
            return key_of(rising_float(static_cast<float>(size_of(each))), each.quantity);
        });
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            for (std::size_t j = i + 1;
                 j < numbers.size() && size_of(numbers[j]) <= size_of(numbers[i]) * 1.3 + 1; ++j) {
                if (numbers[i].stem == numbers[j].stem) continue;
                if (compatible(story_.quantities[numbers[i].quantity],
                               story_.quantities[numbers[j].quantity]))
                    relate(numbers[i].stem, numbers[j].stem, by_number);
            }
        }
    }

    /// A title before a name ("Mayor Lena Ostrander") or a few words behind it ("Callum Westray, the business minister").
    void by_titles() {
        for (const StoryText& text : story_.texts) {
            const document::Tokenized& tokens = text.tokens;
            for (std::uint32_t unit = document::body_unit; unit < tokens.unit_count(); ++unit) {
                for (std::uint32_t t = tokens.unit_begin[unit]; t < tokens.unit_begin[unit + 1]; ++t) {
                    if (!has_role(story_.words.roles[tokens.entries[t]], WordRole::title)) continue;
                    relate_title(text, t, tokens.unit_begin[unit], tokens.unit_begin[unit + 1]);
                }
            }
        }
    }

    [[nodiscard]] std::uint32_t stem_at(const StoryText& text, std::uint32_t token) const {
        return story_.stem_of_entry[text.tokens.entries[token] * 5 + static_cast<std::size_t>(text.language)];
    }
    [[nodiscard]] bool is_name_at(const StoryText& text, std::uint32_t token) const {
        const std::uint32_t stem = stem_at(text, token);
        return stem < is_name_.size() && is_name_[stem];
    }

    void relate_title(const StoryText& text, std::uint32_t t, std::uint32_t begin, std::uint32_t end) {
        const std::uint32_t title = stem_at(text, t);
        if (title >= story_.stems.size()) return;
        std::uint32_t last_name = end;
        for (std::uint32_t k = t + 1; k < end && k <= t + 4; ++k) {
            if (is_name_at(text, k))
                last_name = k;
            else if (last_name != end || text.tokens.entry(k).kind == text::TokenKind::punctuation)
                break;
            else if (k > t + 1)
                break;
        }
        if (last_name == end) {
            // Behind: a comma, at most four words, the title.
            constexpr std::uint32_t reach = 6;
            bool comma = false;
            for (std::uint32_t k = t - 1; k + 1 > begin && k + reach >= t; --k) {
                if (text.tokens.entry(k).text == ",") {
                    comma = true;
                } else if (comma) {
                    if (is_name_at(text, k)) last_name = k;
                    break;
                }
            }
        }
        if (last_name != end) relate(title, stem_at(text, last_name), by_title);
    }

    void by_vectors() {
        std::vector<std::uint32_t> words;
        std::vector<std::int32_t> rows;
        for (std::uint32_t stem = 0; stem < story_.stems.size(); ++stem) {
            if (!is_plain_word(stem)) continue;
            const std::int32_t row = vectors_->row_of(story_.stems[stem]);
            if (row < 0) continue;
            words.push_back(stem);
            rows.push_back(row);
        }
        for (std::size_t i = 0; i < words.size(); ++i) {
            for (std::size_t j = i + 1; j < words.size(); ++j) {
                const std::uint32_t strength = vectors_->strength(rows[i], rows[j]);
                if (strength != 0) relate(words[i], words[j], strength);
            }
        }
    }

    Story& story_;
    const Vectors* vectors_;
    std::vector<bool> is_name_;
    std::vector<bool> is_calendar_;
};

}  // namespace

void relate_stems(Story& story, const Vectors* vectors) { Relations(story, vectors).find(); }

}  // namespace twicetold::coverage
