// Writes the engine's answers to a file of hard cases, in the neutral shapes that their checker reads.
//
//     answers CASES.jsonl ANSWERS.json
//
// Targets diff, segment, nway and align are answered; others are left out.

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "document/reader.h"
#include "engine/engine.h"
#include "text/sentences.h"

namespace {

using nlohmann::json;
using namespace twicetold;

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// The text `key` of a run: given by the run, by the case, or as a file beside the cases.
std::string input_text(const json& test_case, const json& run, const std::filesystem::path& folder,
                       const std::string& key) {
    json input = test_case.at("input");
    if (run.contains("input")) input.update(run.at("input"));
    if (input.contains(key)) return input.at(key).get<std::string>();
    return read_file(folder / input.at(key + "_file").get<std::string>());
}

text::Ignore ignore_of(const json& options) {
    text::Ignore ignore = text::Ignore::nothing;
    for (const auto& name : options.value("ignore", json::array())) {
        const auto flag = name.get<std::string>();
        if (flag == "quotes") ignore = ignore | text::Ignore::quotes;
        if (flag == "dashes") ignore = ignore | text::Ignore::dashes;
        if (flag == "ellipsis") ignore = ignore | text::Ignore::ellipsis;
        if (flag == "whitespace") ignore = ignore | text::Ignore::whitespace;
        if (flag == "invisible") ignore = ignore | text::Ignore::invisible;
        if (flag == "case") ignore = ignore | text::Ignore::letter_case;
        if (flag == "diacritics") ignore = ignore | text::Ignore::diacritics;
        if (flag == "punctuation") ignore = ignore | text::Ignore::punctuation;
        if (flag == "hyphenation") ignore = ignore | text::Ignore::hyphenation;
    }
    return ignore;
}

std::shared_ptr<const engine::Comparison> compare(const std::string& a, const std::string& b,
                                                  text::Ignore ignore) {
    engine::Options options;
    options.ignore = ignore;
    return engine::compare({document::read_text("a", a).document, document::read_text("b", b).document},
                           options)
        .comparison;
}

json ops_of(const engine::Comparison& comparison) {
    const engine::Step& step = comparison.steps.at(0);
    const engine::Document& before = comparison.documents.at(0);
    const engine::Document& after = comparison.documents.at(1);
    json ops = json::array();
    for (const engine::Edit& edit : step.edits) {
        const std::string old_text(before.slice(edit.before));
        const std::string new_text(after.slice(edit.after));
        json meta = json::object();
        if (edit.move >= 0) meta["move"] = "m" + std::to_string(edit.move + 1);
        switch (edit.operation) {
            case engine::EditOperation::equal: ops.push_back({"=", old_text, new_text}); break;
            case engine::EditOperation::remove: ops.push_back({"-", old_text, meta}); break;
            case engine::EditOperation::insert:
                if (edit.inner_first < edit.inner_last) {
                    meta["inner"] = json::array();
                    for (std::uint32_t k = edit.inner_first; k < edit.inner_last; ++k) {
                        meta["inner"].push_back({std::string(before.slice(step.inner[k].before)),
                                                 std::string(after.slice(step.inner[k].after))});
                    }
                }
                ops.push_back({"+", new_text, meta});
                break;
        }
    }
    return ops;
}

json answer_diff(const json& test_case, const json& run, const std::filesystem::path& folder) {
    const std::string a = input_text(test_case, run, folder, "a");
    const std::string b = input_text(test_case, run, folder, "b");
    const text::Ignore ignore = ignore_of(run.value("options", json::object()));
    const auto start = std::chrono::steady_clock::now();
    const auto comparison = compare(a, b, ignore);
    const std::chrono::duration<double, std::milli> elapsed = std::chrono::steady_clock::now() - start;
    return {{"ops", ops_of(*comparison)},
            {"ops_rev", ops_of(*compare(b, a, ignore))},
            {"ms", elapsed.count()},
            {"degraded", comparison->degraded}};
}

json answer_segment(const json& test_case, const json& run, const std::filesystem::path& folder) {
    const std::string text = input_text(test_case, run, folder, "text");
    std::vector<text::Range> pieces;
    text::append_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, pieces);
    json sentences = json::array();
    for (const text::Range piece : pieces) sentences.push_back(text.substr(piece.begin, piece.size()));
    return {{"sentences", sentences}};
}

/// The collation table, a row an object of witness → token.
json rows_of(const json& witnesses, const std::vector<std::string>& order) {
    std::vector<document::Document> documents;
    for (const std::string& name : order)
        documents.push_back(document::read_text(name, witnesses.at(name).get<std::string>()).document);
    engine::Options options;
    options.collation = true;
    const auto comparison = engine::compare(std::move(documents), options).comparison;
    const engine::Collation& table = comparison->collation;
    json rows = json::array();
    for (std::size_t r = 0; r < table.rows(); ++r) {
        json row = json::object();
        for (std::uint32_t v = 0; v < table.versions; ++v) {
            const text::Range cell = table.cells[r * table.versions + v];
            row[order[v]] =
                cell.empty() ? json(nullptr) : json(std::string(comparison->documents[v].slice(cell)));
        }
        rows.push_back(row);
    }
    return rows;
}

json answer_nway(const json& test_case, const json& run) {
    json input = test_case.at("input");
    if (run.contains("input")) input.update(run.at("input"));
    const json& witnesses = input.at("witnesses");
    std::vector<std::string> order;
    for (const auto& [name, text] : witnesses.items()) order.push_back(name);
    json by_order = json::object();
    std::vector<std::string> permuted = order;
    do {
        std::string name;
        for (const std::string& witness : permuted) name += (name.empty() ? "" : ",") + witness;
        by_order[name] = rows_of(witnesses, permuted);
    } while (permuted.size() <= 4 && std::next_permutation(permuted.begin(), permuted.end()));
    return {{"rows", rows_of(witnesses, order)}, {"by_order", by_order}};
}

document::Document document_of(const std::string& id, const json& sentences) {
    document::Parts parts;
    parts.id = id;
    parts.title = "";
    parts.paragraphs.emplace();
    for (const json& sentence : sentences) parts.paragraphs->push_back({sentence.get<std::string>()});
    return document::assemble(std::move(parts)).document;
}

/// Every two mentions of one claim, one of each document.
json answer_align(const json& test_case) {
    engine::Options options;
    options.mode = engine::Mode::coverage;
    const json& input = test_case.at("input");
    const auto result =
        engine::compare(
            {document_of("a", input.at("a_sentences")), document_of("b", input.at("b_sentences"))}, options)
            .comparison;
    json pairs = json::array();
    for (const engine::Claim& claim : result->coverage.claims) {
        for (const engine::ClaimMention& a : claim.mentions) {
            for (const engine::ClaimMention& b : claim.mentions) {
                if (a.place.document != 0 || b.place.document != 1) continue;
                const bool differs = a.relation == engine::ClaimRelation::differs ||
                                     b.relation == engine::ClaimRelation::differs;
                pairs.push_back({{"a", {a.place.sentence}},
                                 {"b", {b.place.sentence}},
                                 {"flag", differs ? "conflict" : "same"}});
            }
        }
    }
    return {{"pairs", pairs}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: answers CASES.jsonl ANSWERS.json\n";
        return 2;
    }
    const std::filesystem::path folder = std::filesystem::path(argv[1]).parent_path();
    std::ifstream cases(argv[1]);
    json answers = json::object();
    for (std::string line; std::getline(cases, line);) {
        const json test_case = json::parse(line);
        const auto target = test_case.at("target").get<std::string>();
        if (target != "diff" && target != "segment" && target != "nway" && target != "align") continue;
        json runs = json::array();
        for (const json& run : test_case.at("runs")) {
            if (target == "diff") runs.push_back(answer_diff(test_case, run, folder));
            if (target == "segment") runs.push_back(answer_segment(test_case, run, folder));
            if (target == "nway") runs.push_back(answer_nway(test_case, run));
            if (target == "align") runs.push_back(answer_align(test_case));
        }
        answers[test_case.at("id").get<std::string>()] = runs.size() == 1 ? runs[0] : runs;
    }
    std::ofstream out(argv[2]);
    out << answers.dump(1);
    return out ? 0 : 2;
}
