#include "coverage/copied.h"

#include <algorithm>

#include "coverage/order.h"

namespace twicetold::coverage {

namespace {

constexpr std::size_t shingle =
    4;  ///< words that must stand in a row on both sides for a pair to be looked at
constexpr double least_share = 0.72;      ///< of the longer sentence's words, in a run of sentences
constexpr std::uint32_t least_words = 6;  ///< shorter sentences are only copied beside others
constexpr double least_share_alone = 0.80;
constexpr std::uint32_t least_words_alone = 14;  ///< one sentence alone

using WordRun = std::vector<std::uint32_t>;

/// The words of each sentence as numbers: the stem without its ending would call "will" and "would" one, so plain forms.
std::vector<WordRun> word_runs(const Story& story) {
    Numbering numbers;
    std::vector<WordRun> runs;
    runs.reserve(story.sentences.size());
    std::vector<std::uint32_t> known(story.words.plain.size(), Numbering::none);
    const auto number_of_entry = [&](std::uint32_t entry) {
        if (known[entry] == Numbering::none) known[entry] = numbers.number(story.words.plain[entry]);
        return known[entry];
    };
    for (std::uint32_t s = 0; s < story.sentences.size(); ++s) {
        const document::Tokenized& tokens = story.texts[story.sentences[s].document].tokens;
        WordRun run;
        const std::uint32_t unit = story.unit_of(s);
        for (std::uint32_t t = tokens.unit_begin[unit]; t < tokens.unit_begin[unit + 1]; ++t) {
            const auto kind = tokens.entry(t).kind;
            if (kind == text::TokenKind::punctuation || kind == text::TokenKind::invisible) continue;
            run.push_back(number_of_entry(tokens.entries[t]));
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

/// Pairs of sentences of different documents that share a shingle.
std::vector<std::uint64_t> candidates(const Story& story, const std::vector<WordRun>& runs) {
    KeyMap holder_index;
    std::vector<std::vector<std::uint32_t>> holders;
    for (std::uint32_t s = 0; s < runs.size(); ++s) {
        for (std::size_t i = 0; i + shingle <= runs[s].size(); ++i) {
            std::uint64_t hash = 0;
            for (std::size_t k = 0; k < shingle; ++k)
                hash = (hash ^ (runs[s][i + k] + 1)) * 0x9FB21C651E98DF25ULL;
            if (holder_index.insert(hash, static_cast<std::uint32_t>(holders.size()))) holders.emplace_back();
            auto& list = holders[holder_index.find(hash)];
            if (list.empty() || list.back() != s) list.push_back(s);
        }
    }
    std::vector<std::uint64_t> pairs;
    for (const auto& list : holders) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            for (std::size_t j = i + 1; j < list.size(); ++j) {
                if (story.sentences[list[i]].document != story.sentences[list[j]].document)
                    pairs.push_back(key_of(list[i], list[j]));
            }
        }
    }
    sort_unique(pairs);
    return pairs;
}

std::vector<CopiedPair> copied_pairs(const Story& story, const std::vector<WordRun>& runs) {
    std::vector<CopiedPair> pairs;
    for (const std::uint64_t pair : candidates(story, runs)) {
        const auto one = static_cast<std::uint32_t>(pair >> 32U);
        const auto other = static_cast<std::uint32_t>(pair);
        const std::size_t longer = std::max(runs[one].size(), runs[other].size());
        const std::size_t shorter = std::min(runs[one].size(), runs[other].size());
        if (static_cast<double>(shorter) < least_share * static_cast<double>(longer)) continue;
        const bool verbatim = runs[one] == runs[other];
        if (!verbatim && common_words(runs[one], runs[other]) < least_share * static_cast<double>(longer))
            continue;
        pairs.push_back({one, other, verbatim});
    }
    return pairs;
}

/// Joins pairs into chains in which both sides go on by one sentence, and drops chains that are too little.
class PassageBuilder {
public:
    PassageBuilder(const Story& story, const std::vector<WordRun>& runs, std::vector<CopiedPair>& pairs)
        : story_(story), runs_(runs), pairs_(pairs) {}

    std::vector<Passage> build() {
        join_pairs();
        std::vector<Passage> passages;
        for (const Chain& chain : chains_) {
            if (is_enough(chain)) add(passages, chain);
        }
        merge(passages);
        for (Passage& passage : passages) finish(passage);
        sort_by(passages, [](const Passage& each) { return std::uint64_t{each.copies.front().first}; });
        return passages;
    }

private:
    struct Chain {
        std::uint32_t one_first, one_last, other_first, other_last;
        bool verbatim;
    };

    void join_pairs() {
        KeyMap open;  // last pair of a chain → chain
        for (const CopiedPair& pair : pairs_) {
            const std::uint32_t before = pair.one > 0 && pair.other > 0
                                             ? open.find(key_of(pair.one - 1, pair.other - 1))
                                             : KeyMap::none;
            const bool goes_on =
                before != KeyMap::none &&
                story_.sentences[pair.one - 1].document == story_.sentences[pair.one].document &&
                story_.sentences[pair.other - 1].document == story_.sentences[pair.other].document;
            if (goes_on) {
                Chain& chain = chains_[before];
                chain.one_last = pair.one;
                chain.other_last = pair.other;
                chain.verbatim = chain.verbatim && pair.verbatim;
                open.set(key_of(pair.one, pair.other), before);
            } else {
                open.set(key_of(pair.one, pair.other), static_cast<std::uint32_t>(chains_.size()));
                chains_.push_back({pair.one, pair.one, pair.other, pair.other, pair.verbatim});
            }
        }
    }

    [[nodiscard]] std::uint32_t words(std::uint32_t first, std::uint32_t last) const {
        std::uint32_t count = 0;
        for (std::uint32_t s = first; s <= last; ++s) count += static_cast<std::uint32_t>(runs_[s].size());
        return count;
    }

    [[nodiscard]] bool is_enough(const Chain& chain) const {
        const std::uint32_t shorter =
            std::min(words(chain.one_first, chain.one_last), words(chain.other_first, chain.other_last));
        if (chain.one_last > chain.one_first) return shorter >= 2 * least_words;
        if (shorter < least_words_alone) return false;
        const std::uint32_t longer =
            std::max(words(chain.one_first, chain.one_last), words(chain.other_first, chain.other_last));
        return chain.verbatim ||
               common_words(runs_[chain.one_first], runs_[chain.other_first]) >= least_share_alone * longer;
    }

    static void add(std::vector<Passage>& passages, const Chain& chain) {
        Passage passage;
        passage.copies = {{chain.one_first, chain.one_last}, {chain.other_first, chain.other_last}};
        passage.verbatim = chain.verbatim;
        passages.push_back(passage);
    }

    /// Chains that hold the same sentences of a document are copies of one passage.
    static void merge(std::vector<Passage>& passages) {
        bool merged = true;
        while (merged) {
            merged = false;
            for (std::size_t i = 0; i < passages.size() && !merged; ++i) {
                for (std::size_t j = i + 1; j < passages.size() && !merged; ++j) {
                    if (!shares_copy(passages[i], passages[j])) continue;
                    join(passages[i], passages[j]);
                    passages.erase(passages.begin() + static_cast<std::ptrdiff_t>(j));
                    merged = true;
                }
            }
        }
    }

    static bool shares_copy(const Passage& one, const Passage& other) {
        for (const auto& a : one.copies) {
            for (const auto& b : other.copies) {
                if (a.first == b.first && a.last == b.last) return true;
            }
        }
        return false;
    }

    static void join(Passage& into, const Passage& from) {
        for (const auto& copy : from.copies) {
            const bool known = std::any_of(
                into.copies.begin(), into.copies.end(),
                [&](const Passage::Copy& c) { return c.first == copy.first && c.last == copy.last; });
            if (!known) into.copies.push_back(copy);
        }
        into.verbatim = into.verbatim && from.verbatim;
    }

    void finish(Passage& passage) const {
        sort_by(passage.copies, [](const Passage::Copy& copy) { return std::uint64_t{copy.first}; });
        passage.words = 0xFFFFFFFFU;
        for (const auto& copy : passage.copies)
            passage.words = std::min(passage.words, words(copy.first, copy.last));
    }

    const Story& story_;
    const std::vector<WordRun>& runs_;
    std::vector<CopiedPair>& pairs_;
    std::vector<Chain> chains_;
};

}  // namespace

std::uint32_t common_words(std::span<const std::uint32_t> one, std::span<const std::uint32_t> other) {
    std::vector<std::uint32_t> row(other.size() + 1, 0);
    for (const std::uint32_t word : one) {
        std::uint32_t diagonal = 0;
        for (std::size_t j = 0; j < other.size(); ++j) {
            const std::uint32_t above = row[j + 1];
            row[j + 1] = word == other[j] ? diagonal + 1 : std::max(above, row[j]);
            diagonal = above;
        }
    }
    return row.back();
}

CopiedText find_copied(const Story& story) {
    const std::vector<WordRun> runs = word_runs(story);
    CopiedText copied;
    copied.pairs = copied_pairs(story, runs);
    copied.passages = PassageBuilder(story, runs, copied.pairs).build();
    return copied;
}

}  // namespace twicetold::coverage
