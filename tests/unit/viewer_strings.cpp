// The interface's texts: forms by number, numbers and dates, what happens where a table lacks something.
#include "viewer/strings.h"

#include <doctest/doctest.h>

#include "viewer/label_runs.h"
#include "viewer_coverage_support.h"
#include "viewer_support.h"

using namespace twicetold;
using namespace viewer_test;
using viewer::Plural;
using viewer::PluralForm;
using viewer::Strings;
using viewer::Text;

namespace {

/// The forms of the numbers 0 to 12, as letters.
std::string forms(std::string_view language) {
    std::string letters;
    for (std::uint64_t count = 0; count <= 12; ++count)
        letters += "z12fmo"[static_cast<std::size_t>(viewer::plural_form(language, count))];
    return letters;
}

constexpr std::string_view arabic =
    "viewer.count.one\tتعديل واحد\n"
    "viewer.count.two\tتعديلان\n"
    "viewer.count.few\t{count} تعديلات\n"
    "viewer.count.many\t{count} تعديلًا\n"
    "viewer.count.other\t{count} تعديل\n"
    "viewer.version\tالنسخة {number}\n"
    "desktop.another.hint\tالملف {name} مفتوح.\n";

}  // namespace

TEST_CASE("every language has its own forms for numbers") {
    CHECK(forms("en") == "o1ooooooooooo");
    CHECK(forms("de") == "o1ooooooooooo");
    CHECK(forms("es") == "o1ooooooooooo");
    CHECK(forms("fr") == "11ooooooooooo");
    CHECK(forms("ar") == "z12ffffffffmm");
    CHECK(viewer::plural_form("ar", 100) == PluralForm::other);
    CHECK(viewer::plural_form("ar", 103) == PluralForm::few);
    CHECK(viewer::plural_form("ar", 199) == PluralForm::many);
    // "un millón de palabras", "un million de mots"
    for (const char* language : {"fr", "es"}) {
        CHECK(viewer::plural_form(language, 1000000) == PluralForm::many);
        CHECK(viewer::plural_form(language, 1000001) == PluralForm::other);
    }
}

TEST_CASE("numbers and dates are written as the language writes them") {
    const auto in = [](std::string_view language, std::string_view table = "") {
        return Strings(language, table);
    };
    CHECK(in("en").number(1234567) == "1,234,567");
    CHECK(in("de-AT").number(1204) == "1.204");
    CHECK(in("fr").number(1204) == "1\u202F204");
    CHECK(in("es").number(1204) == "1204");
    CHECK(in("es").number(12040) == "12.040");
    CHECK(in("ar").number(1204) == "1,204");
    CHECK(in("en").number(999) == "999");
    CHECK(in("en").decimal(-42.5) == "−42.5");
    CHECK(in("de").decimal(42.5) == "42,5");
    CHECK(in("de").decimal(1204) == "1.204");
    const Strings french =
        in("fr", "date.first\t{day}er {month} {year}\ndate.month.8\taoût\ndate.time\t{date} à {time}\n");
    CHECK(french.date("2026-08-01") == "1er août 2026");
    CHECK(french.date("2026-08-02T06:12:00Z") == "2 août 2026 à 06:12");
    CHECK(french.clock("2026-08-02T06:12:00Z") == "06:12");
    CHECK(french.clock("2026-08-02").empty());
    CHECK(french.date("mardi dernier") == "mardi dernier");
}

TEST_CASE("what a table lacks, or has in vain, is said in English") {
    const Strings strings(
        "de",
        "viewer.next\tNächste Änderung\nno.such.key\tnichts\nwithout a tab\n\nviewer.count.two\tzwei\n");
    CHECK(strings.text(Text::viewer_next) == "Nächste Änderung");
    CHECK(strings.text(Text::viewer_previous) == "Previous change");
    CHECK(strings.language() == "de");
    CHECK_FALSE(strings.right_to_left());
    CHECK(Strings().plural(Plural::viewer_count, 1) == "1 change");
    CHECK(Strings().plural(Plural::viewer_count, 1204) == "1,204 changes");
    CHECK(Strings("en", "").text(Text::viewer_position, {{"number", std::uint64_t{2}}}) ==
          "Change 2 of {count}");
}

TEST_CASE(
    "a name in other letters does not turn an Arabic sentence around, and numbers choose among six forms") {
    const Strings strings("ar-EG", arabic);
    CHECK(strings.right_to_left());
    CHECK(strings.plural(Plural::viewer_count, 2) == "تعديلان");
    CHECK(strings.plural(Plural::viewer_count, 7) == "7 تعديلات");
    CHECK(strings.plural(Plural::viewer_count, 30) == "30 تعديلًا");
    CHECK(strings.plural(Plural::viewer_count, 200) == "200 تعديل");
    // Not given in this table.
    CHECK(strings.plural(Plural::viewer_count, 0) == "0 تعديل");
    CHECK(strings.text(Text::desktop_another_hint, {{"name", "a.txt"}}) == "الملف \u2068a.txt\u2069 مفتوح.");
    CHECK(strings.text(Text::viewer_version, {{"number", std::uint64_t{2}}}) == "النسخة 2");
}

TEST_CASE("a word begins a line with a capital, accented or not") {
    CHECK(viewer::sentence_case("figure") == "Figure");
    CHECK(viewer::sentence_case("élément") == "Élément");
    CHECK(viewer::sentence_case("÷") == "÷");
    CHECK(viewer::sentence_case("نفي") == "نفي");
    CHECK(viewer::sentence_case("").empty());
}

TEST_CASE("another language renames what is there, and keeps the reader's place") {
    View view(
        compare({"It hurt 14 people.\n\nThe mill is closed.", "It hurt 41 people.\n\nThe mill is closed."}));
    view.model.apply(viewer::command::NextChange{});
    const std::uint64_t before = view.model.revision();
    view.model.set_strings(
        Strings("de",
                "kind.figure\tZahl\nviewer.position\tÄnderung {number} von {count}\n"
                "viewer.version\tFassung {number}\nsummary.silent\t{changes}, ohne Korrekturhinweis\n"
                "summary.substantive.one\t{count} inhaltlich\n"));
    CHECK(view.model.revision() > before);
    CHECK(view.model.state().change == 0);
    CHECK(view.model.changes()[0].kind_name == "Zahl");
    CHECK(view.model.position_label() == "Änderung 1 von 1");
    CHECK(view.model.summary_label() == "1 inhaltlich, ohne Korrekturhinweis");
    CHECK(view.model.label(viewer::Side::after).starts_with("Fassung 2"));
}

TEST_CASE("in Arabic a version's name stands at the right end of its column, its source left of it") {
    View view(compare({"It hurt 14 people.", "It hurt 41 people."}));
    // Left and right edges of the header's words that hold a text.
    const auto span = [&](std::string_view words) {
        std::pair<float, float> found{0, 0};
        for (const viewer::DrawLayer& layer : view.model.display_list().layers) {
            for (const viewer::DrawText& run : layer.texts) {
                if (run.role == viewer::TextRole::label && run.text.find(words) != std::string_view::npos)
                    found = {run.x, run.x + run.width};
            }
        }
        return found;
    };
    const float left = span("Version 2").first;
    CHECK(span("version 2").first >= span("Version 2").second);
    view.model.set_strings(Strings("ar", arabic));
    CHECK(span("النسخة").first > left + 100);
    CHECK(span("version 2").second <= span("النسخة").first);
}

TEST_CASE("in an Arabic line numbers and Latin words read from left to right, each in its place") {
    const auto runs = [](std::string_view label) {
        std::string shown;
        for (const viewer::LabelRun& run : viewer::label_runs(label)) {
            shown += run.direction == viewer::Direction::right_to_left ? "<" : ">";
            shown += run.text;
        }
        return shown;
    };
    CHECK(runs("25 changes") == ">25 changes");
    // What stands first in the line stands at its right end.
    CHECK(runs("25 تعديلًا") == "< تعديلًا>25");
    CHECK(runs("الملف \u2068a.txt\u2069 مفتوح").find(">a.txt") != std::string::npos);
    CHECK(runs("\u200F  ·  \u20681.md\u2069").find(">1.md<") != std::string::npos);
    CHECK(runs("\u200F1 ← 2") == ">2< ← >1<\u200F");
    CHECK(runs("").empty());
    // As wide together as alone.
    FixedMeasurer measurer;
    viewer::WidthCache widths(measurer);
    CHECK(viewer::label_width(widths, "25 تعديلًا", viewer::TextRole::label) == doctest::Approx(10 * 8));
}
