// How long it takes natively: a whole comparison, texts in and result out, and the comparison of words by itself, which must not
// take more than three times what cutting and interning the words takes, and whose script must be nearly the shortest.
//
//     twicetold-bench                                     the table
//     twicetold-bench --benchmark_filter=compare/100000   part of it

#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "diff/sequence.h"
#include "document/reader.h"
#include "document/tokenized.h"
#include "engine/engine.h"
#include "reference/lcs_length.h"
#include "text/tokens.h"
#include "text/vocabulary.h"

namespace {

using namespace twicetold;

constexpr std::array sizes = {1000, 10000, 100000, 1000000};
constexpr std::array kinds = {"light", "heavy", "unrel", "move"};
/// Up to so many words the shortest script is found to compare with.
constexpr int longest_exact = 100000;

/// A text of the shared data; long ones are packed. Empty where it is absent.
const std::string& text_of(int size, const std::string& name) {
    static std::map<std::string, std::string> texts;
    const std::string path =
        std::string(TWICETOLD_SHARED_DIR) + "/bench/data/" + std::to_string(size) + "/" + name + ".txt";
    const auto [entry, fresh] = texts.try_emplace(path);
    std::string& text = entry->second;
    if (!fresh) return text;
    if (std::ifstream file(path, std::ios::binary); file) {
        text.assign(std::istreambuf_iterator<char>(file), {});
    } else if (std::FILE* unpacked = popen(("xz -dc '" + path + ".xz' 2>/dev/null").c_str(), "r")) {
        std::array<char, 65536> block;
        while (const std::size_t count = std::fread(block.data(), 1, block.size(), unpacked))
            text.append(block.data(), count);
        pclose(unpacked);
    }
    return text;
}

bool skip_without(benchmark::State& state, const std::string& text) {
    if (!text.empty()) return false;
    state.SkipWithError("the texts are absent: set SHARED_DIR");
    return true;
}

void compare(benchmark::State& state, int size, const char* kind) {
    const std::string& before = text_of(size, "a");
    const std::string& after = text_of(size, kind);
    if (skip_without(state, before)) return;
    bool degraded = false;
    for (auto _ : state) {
        auto result = engine::compare(
            {document::read_text("a", before).document, document::read_text("b", after).document}, {});
        degraded = result.comparison->degraded;
        benchmark::DoNotOptimize(result);
    }
    state.counters["degraded"] = degraded ? 1 : 0;
}

std::vector<std::uint32_t> interned(const std::string& text, text::Vocabulary& vocabulary) {
    std::vector<text::Token> tokens;
    text::append_tokens(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
    std::vector<std::uint32_t> keys;
    keys.reserve(tokens.size());
    for (const text::Token& token : tokens) {
        const std::uint32_t entry = vocabulary.intern(
            std::string_view(text).substr(token.begin, token.end - token.begin), token.kind);
        keys.push_back(vocabulary.entry(entry).key);
    }
    return keys;
}

/// Milliseconds of this process, which others on the machine do not lengthen.
double processor_millis() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Milliseconds that cutting and interning both texts takes: the best of three.
double floor_millis(const std::string& before, const std::string& after) {
    double best = 0;
    for (int round = 0; round < 3; ++round) {
        const double start = processor_millis();
        text::Vocabulary vocabulary;
        benchmark::DoNotOptimize(interned(before, vocabulary));
        benchmark::DoNotOptimize(interned(after, vocabulary));
        const double took = processor_millis() - start;
        if (round == 0 || took < best) best = took;
    }
    return best;
}

void token_diff(benchmark::State& state, int size, const char* kind) {
    const std::string& before = text_of(size, "a");
    const std::string& after = text_of(size, kind);
    if (skip_without(state, before)) return;
    text::Vocabulary vocabulary;
    const std::vector<std::uint32_t> one = interned(before, vocabulary);
    const std::vector<std::uint32_t> other = interned(after, vocabulary);
    diff::EditScript script;
    const double start = processor_millis();
    for (auto _ : state) {
        diff::Budget budget{diff::default_budget};
        script = diff::compare(one, other, budget);
        benchmark::DoNotOptimize(script);
    }
    const double took = processor_millis() - start;
    std::size_t length = 0;
    for (const diff::Hunk& hunk : script.hunks) length += hunk.removed() + hunk.added();
    const double floor = floor_millis(before, after);
    state.counters["floor_ms"] = floor;
    state.counters["x_floor"] = took / static_cast<double>(state.iterations()) / floor;
    state.counters["degraded"] = script.degraded ? 1 : 0;
    if (size <= longest_exact) {
        const std::size_t least = one.size() + other.size() - 2 * tests::lcs_length(one, other);
        state.counters["x_minimal"] = static_cast<double>(length) / static_cast<double>(least);
    }
}

template <typename Function>
void add(const std::string& name, Function function) {
    for (const int size : sizes) {
        for (const char* kind : kinds) {
            benchmark::RegisterBenchmark((name + "/" + std::to_string(size) + "/" + kind).c_str(), function,
                                         size, kind)
                ->Unit(benchmark::kMillisecond);
        }
    }
}

const bool added = [] {
    add("compare", compare);
    add("token_diff", token_diff);
    return true;
}();

}  // namespace
