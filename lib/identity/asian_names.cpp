// SPDX-License-Identifier: MIT
#include "identity/asian_names.hpp"

#include "identity/key_table.hpp"

#include <iterator>
#include <string>

namespace knowwho {
namespace {

constexpr std::string_view initials[] = {"", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c", "s", "y", "w",
    "ts", "hs", "tz", "sz", "kw", "ky", "my", "by", "gy", "hy", "ph", "th", "kh", "tr", "ng", "nh"};

constexpr std::string_view finals[] = {"a", "ai", "an", "ang", "ao", "e", "ei", "en", "eng", "er", "i", "ia", "ian", "iang", "iao", "ie", "in", "ing", "iong", "iu",
    "o", "ong", "ou", "u", "ua", "uai", "uan", "uang", "ue", "ui", "un", "uo", "ih", "ieh", "ien", "uh", "ung", "eh", "ueh", "wen", "uei", "io",
    "ee", "oo", "eo", "eon", "eong", "eok", "eol", "oon", "oong", "oung", "ok", "ook", "ak", "ik", "uk", "il", "ul", "al", "ol", "am", "im", "um", "om", "eom", "ae", "aek", "eun", "eul",
    "ew", "ey", "yu", "yun", "oul", "ap", "ip", "eui", "ui", "wa", "wan", "wang", "won", "woo", "wook", "inh", "anh", "uong", "uan", "iem", "iet", "oc", "uc", "at", "oan", "uy", "oa", "ay", "y"};

constexpr std::string_view families[] = {
    "wang", "li", "zhang", "liu", "chen", "yang", "zhao", "huang", "zhou", "wu", "xu", "sun", "hu", "zhu", "gao", "lin", "he", "guo", "ma", "luo", "liang",
    "song", "zheng", "xie", "han", "tang", "feng", "yu", "dong", "xiao", "cheng", "cao", "yuan", "deng", "fu", "shen", "zeng", "peng", "lu", "su", "jiang",
    "cai", "jia", "ding", "wei", "xue", "ye", "yan", "pan", "du", "dai", "xia", "zhong", "tian", "ren", "fan", "fang", "shi", "yao", "tan", "liao", "zou",
    "xiong", "jin", "hao", "kong", "bai", "cui", "kang", "mao", "qiu", "qin", "gu", "hou", "shao", "meng", "long", "wan", "duan", "qian", "yin", "qiao", "lai", "gong", "wen",
    "chang", "tsai", "hsu", "hsieh", "chiang", "chou", "chu", "chiu", "kuo", "tseng", "liao", "hsiao", "yeh", "lee", "lo", "chung", "chien", "tsao", "pai", "teng", "shih", "chao", "kao", "sung", "juang", "pao", "hung", "tsung", "tung", "hsiung", "tu", "lien",
    "wong", "chan", "cheung", "lam", "leung", "lau", "chow", "kwok", "yip", "tsang", "cheng", "mok", "kwan", "yuen", "chiu", "szeto", "ng", "ho", "ko", "fung", "tam", "poon", "lui", "tse", "hui",
    "kim", "park", "choi", "jung", "jeong", "cho", "yoon", "jang", "lim", "oh", "seo", "shin", "kwon", "hwang", "ahn", "an", "yoo", "hong", "jeon", "moon", "son", "bae", "baek", "heo", "nam", "noh", "roh", "ha", "joo", "woo", "koo", "min", "ryu", "chung", "kang", "rhee", "yi", "ryoo", "byun", "cha", "chae", "eom", "hyun", "pyo", "suh", "sohn", "paik", "pak",
    "nguyen", "tran", "le", "pham", "huynh", "hoang", "phan", "vu", "vo", "dang", "bui", "do", "ngo", "duong", "ly", "dinh", "truong", "trinh", "doan", "luong", "mai", "quach"};

/// About three thousand.
KeyTable<bool> all_syllables()
{
    auto all = KeyTable<bool>{3'000};
    for (auto const start : initials) {
        for (auto const end : finals) {
            all.add(std::string{start}.append(end)) = true;
        }
    }
    return all;
}

KeyTable<bool> all_families()
{
    auto all = KeyTable<bool>{std::size(families)};
    for (auto const family : families) {
        all.add(family) = true;
    }
    return all;
}

} // namespace

bool is_asian_syllable(std::string_view key)
{
    static auto const* const syllables = new KeyTable<bool>{all_syllables()}; // lives as long as the program
    return key.size() <= 7 && syllables->find(key) != nullptr;
}

bool is_two_asian_syllables(std::string_view key)
{
    if (key.size() < 4 || key.size() > 12) {
        return false;
    }
    for (auto cut = std::size_t{2}; cut + 2 <= key.size(); ++cut) {
        if (is_asian_syllable(key.substr(0, cut)) && is_asian_syllable(key.substr(cut))) {
            return true;
        }
    }
    return false;
}

bool is_asian_family(std::string_view key)
{
    static auto const* const table = new KeyTable<bool>{all_families()}; // lives as long as the program
    return table->find(key) != nullptr;
}

} // namespace knowwho
