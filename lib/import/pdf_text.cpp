// SPDX-License-Identifier: MIT
#include "import/pdf_text.hpp"

#include "import/pdf/pdf_part.hpp"
#include "model/error.hpp"

#include <dlfcn.h>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>

namespace knowwho {
namespace {

/// In `lib/knowwho` under the folder above the program's; programs of a build stand deeper.
std::filesystem::path part_file()
{
    auto none = std::error_code{};
    auto folder = std::filesystem::read_symlink("/proc/self/exe", none).parent_path();
    for (auto above = 0; above < 2; ++above) {
        folder = folder.parent_path();
        if (auto file = folder / "lib/knowwho/pdf.so"; std::filesystem::exists(file, none)) {
            return file;
        }
    }
    return {};
}

/// Once per run; it stays loaded.
ReadPdf loaded_part()
{
    static auto const read = [] {
        auto const file = part_file();
        auto* const part = file.empty() ? nullptr : dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
        return part == nullptr ? nullptr : reinterpret_cast<ReadPdf>(dlsym(part, "knowwho_read_pdf"));
    }();
    return read;
}

} // namespace

std::string read_pdf_text(std::string_view bytes, std::string_view file)
{
    auto const read = loaded_part();
    if (read == nullptr) {
        throw Error{ExitCode::input, fmt::format("'{}' is a PDF, and the part of knowwho that reads those is not installed", file),
            "install knowwho again, or save the list as CSV or as a web page"};
    }
    auto text = std::string{};
    auto const take = [](char const* all, std::size_t size, void* context) { static_cast<std::string*>(context)->assign(all, size); };
    auto const state = read(bytes.data(), bytes.size(), take, &text);
    if (state == PdfState::locked) {
        throw Error{ExitCode::input, fmt::format("'{}' is locked with a password", file), "save a copy without the password, or save the list as CSV"};
    }
    if (state == PdfState::broken) {
        throw Error{ExitCode::input, fmt::format("'{}' is a damaged PDF", file), "export it again, or save the list as CSV or as a web page"};
    }
    if (text.find_first_not_of(" \n\f") == text.npos) {
        throw Error{ExitCode::input, fmt::format("'{}' holds pictures of its pages and no text", file),
            "let a program for text recognition (OCR) read it first, or ask for the list as a table"};
    }
    return text;
}

} // namespace knowwho
