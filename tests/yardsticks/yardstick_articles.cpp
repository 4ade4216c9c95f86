// SPDX-License-Identifier: MIT
// links: enrich
// Reads a folder of pages (*.html, *.html.gz) and prints {id: {articleBody, title, authors, date, language, kind}}.
#include "enrich/page_reader.hpp"
#include "store/files.hpp"

#include <nlohmann/json.hpp>
#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace {

using namespace knowwho;

std::string unpacked(std::filesystem::path const& file)
{
    if (file.extension() != ".gz") {
        return read_file(file);
    }
    std::string bytes;
    gzFile const packed = gzopen(file.c_str(), "rb");
    char buffer[1 << 16];
    for (int read = 0; packed != nullptr && (read = gzread(packed, buffer, sizeof buffer)) > 0;) {
        bytes.append(buffer, static_cast<std::size_t>(read));
    }
    if (packed != nullptr) {
        gzclose(packed);
    }
    return bytes;
}

std::string id_of(std::filesystem::path const& file)
{
    std::string const name = file.filename().string();
    return name.substr(0, name.rfind(".html"));
}

char const* name_of(PageKind kind)
{
    switch (kind) {
    case PageKind::article: return "article";
    case PageKind::profile: return "profile";
    case PageKind::company: return "company";
    case PageKind::list: return "list";
    case PageKind::forum: return "forum";
    case PageKind::programme: return "programme";
    case PageKind::note: return "note";
    case PageKind::other: break;
    }
    return "other";
}

nlohmann::json answer(std::filesystem::path const& file)
{
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    Page const page = read_page(unpacked(file), id_of(file) + ".html", now).page;
    nlohmann::json result{{"articleBody", page.text}, {"title", page.title}, {"authors", page.authors}, {"kind", name_of(page.kind)}};
    if (page.published) {
        result["date"] = to_iso(*page.published);
    }
    if (page.language != Language::unknown) {
        result["language"] = page.language == Language::german ? "de" : "en";
    }
    return result;
}

} // namespace

int main(int count, char** words)
{
    if (count != 2) {
        std::cerr << "usage: yardstick_articles FOLDER\n";
        return 2;
    }
    std::vector<std::filesystem::path> files;
    for (auto const& entry : std::filesystem::directory_iterator{words[1]}) {
        if (entry.path().filename().string().find(".html") != std::string::npos) {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    nlohmann::json answers = nlohmann::json::object();
    for (auto const& file : files) {
        answers[id_of(file)] = answer(file);
    }
    std::cout << answers.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
    return 0;
}
