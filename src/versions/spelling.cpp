#include "versions/spelling.h"

#include <algorithm>
#include <string>

#include "text/fold.h"

namespace twicetold::versions {

namespace {

bool ends_like(std::string_view one, std::string_view other, std::string_view a, std::string_view b) {
    const auto pos_one = one.find(a);
    const auto pos_other = other.find(b);
    if (pos_one == std::string_view::npos || pos_other == std::string_view::npos) return false;
    return one.substr(0, pos_one) == other.substr(0, pos_other) &&
           one.substr(pos_one + a.size()) == other.substr(pos_other + b.size());
}

/// One letter too few, too many or, among vowels, another, within a long word: "goverment", "seperate". Near the end it may be
/// another form, and in a short word another word.
bool is_slip(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest = 8;
    constexpr std::size_t ending = 2;
    if (a.size() > b.size()) std::swap(a, b);
    if (a.size() < shortest || b.size() - a.size() > 1) return false;
    const auto first =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
    if (first == 0 || first + ending >= a.size()) return false;
    if (a.size() < b.size()) return b[first] != '-' && a.substr(first) == b.substr(first + 1);
    constexpr std::string_view vowels = "aeiou";
    return vowels.find(a[first]) != std::string_view::npos &&
           vowels.find(b[first]) != std::string_view::npos && a.substr(first + 1) == b.substr(first + 1);
}

}  // namespace

bool is_respelling(std::string_view one, std::string_view other) {
    using text::Ignore;
    const Ignore folded = Ignore::letter_case | Ignore::diacritics;
    const auto without_joints = [](std::string_view word) {
        const std::string form = text::fold_token(word, folded);
        // "co-operate" is "cooperate", but "re-signed" is not "resigned".
        return form.starts_with("re-") ? form : text::fold_token(form, Ignore::hyphenation);
    };
    const std::string a = without_joints(one);
    const std::string b = without_joints(other);
    if (a == b) return true;
    if (std::min(a.size(), b.size()) < 4) return false;
    struct Pattern {
        std::string_view one;
        std::string_view other;
    };
    constexpr Pattern patterns[] = {{"is", "iz"},     {"ys", "yz"}, {"our", "or"},       {"re", "er"},
                                    {"ll", "l"},      {"ae", "e"},  {"oe", "e"},         {"ogue", "og"},
                                    {"ence", "ense"}, {"mme", "m"}, {"gement", "gment"}, {"ey", "y"},
                                    {"ß", "ss"}};
    for (const Pattern& p : patterns) {
        if (ends_like(a, b, p.one, p.other) || ends_like(b, a, p.one, p.other)) return true;
    }
    // "devenu" and "devenue": French agreement that is not heard.
    const auto agrees = [](const std::string& x, const std::string& y) {
        constexpr std::string_view vowels = "uie";
        return y.size() == x.size() + 1 && y.starts_with(x) && y.back() == 'e' &&
               vowels.find(x.back()) != std::string_view::npos;
    };
    if (agrees(a, b) || agrees(b, a)) return true;
    if (a.size() == b.size()) {
        // "recieve" and "receive": two neighbouring letters changed places.
        if (is_slip(a, b)) return true;
        std::size_t first = 0;
        while (first < a.size() && a[first] == b[first]) ++first;
        return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
               a.substr(first + 2) == b.substr(first + 2);
    }
    if (is_slip(a, b)) return true;
    // "occured" and "occurred": one letter doubled.
    const std::string& longer = a.size() > b.size() ? a : b;
    const std::string& shorter = a.size() > b.size() ? b : a;
    if (longer.size() != shorter.size() + 1) return false;
    std::size_t first = 0;
    while (first < shorter.size() && longer[first] == shorter[first]) ++first;
    return first > 0 && longer[first] == longer[first - 1] &&
           longer.substr(first + 1) == shorter.substr(first);
}

}  // namespace twicetold::versions
