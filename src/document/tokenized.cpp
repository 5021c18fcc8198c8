#include "document/tokenized.h"

namespace twicetold::document {

Tokenized tokenize(const Document& document, text::Vocabulary& vocabulary) {
    Tokenized result;
    result.document = &document;
    result.vocabulary = &vocabulary;
    const std::size_t expected = document.text.size() / 5 + 16;
    result.tokens.reserve(expected);
    const std::string_view text = document.text;
    const auto add_unit = [&](Range range) {
        result.unit_begin.push_back(static_cast<std::uint32_t>(result.tokens.size()));
        text::append_tokens(text, range, result.tokens);
        // Intern the new tokens and drop those that are ignored, in place.
        std::size_t kept = result.entries.size();
        for (std::size_t i = kept; i < result.tokens.size(); ++i) {
            const text::Token token = result.tokens[i];
            const std::uint32_t index =
                vocabulary.intern(text.substr(token.begin, token.end - token.begin), token.kind);
            const std::uint32_t key = vocabulary.entry(index).key;
            if (key == text::Vocabulary::ignored_key) continue;
            result.tokens[kept++] = token;
            result.entries.push_back(index);
            result.keys.push_back(key);
        }
        result.tokens.resize(kept);
    };
    result.entries.reserve(expected);
    result.keys.reserve(expected);
    result.unit_begin.reserve(document.sentences.size() + 3);
    add_unit(document.byline);
    add_unit(document.title);
    for (const Range sentence : document.sentences) add_unit(sentence);
    result.unit_begin.push_back(static_cast<std::uint32_t>(result.tokens.size()));
    return result;
}

}  // namespace twicetold::document
