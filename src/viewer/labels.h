#pragma once
// Words for the reader: names of change kinds, dates, excerpts. English; one place, so that a table per language can
// take over.

#include <string>
#include <string_view>

#include "engine/comparison.h"
#include "viewer/viewer.h"

namespace twicetold::viewer {

[[nodiscard]] std::string_view kind_name(engine::ChangeKind kind);
/// "2026-03-04T06:12:00Z" → "4 Mar 2026, 06:12"; what is no ISO 8601 date is returned as it stands. The hour is the one
/// written: the reader's time zone is not asked for.
[[nodiscard]] std::string date_label(std::string_view iso);
/// At most `limit` code points on one line, white space collapsed, "…" where something was cut.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t limit);
/// "312", "1,204"
[[nodiscard]] std::string number(std::uint64_t value);
/// "6 unchanged paragraphs, 312 words"
[[nodiscard]] std::string fold_label(std::uint64_t paragraphs, std::uint64_t words, std::uint64_t ideographs);
[[nodiscard]] std::string version_label(const engine::Comparison& comparison, std::uint32_t document);

}  // namespace twicetold::viewer
