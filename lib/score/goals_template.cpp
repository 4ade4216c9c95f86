// SPDX-License-Identifier: MIT
// The commented goals files that `knowwho goals init` writes.
#include "score/goals_file.hpp"

namespace knowwho {
namespace {

constexpr char const* german_template = R"(# Wen möchte ich auf dieser Veranstaltung treffen, und warum?
# Zeilen mit # sind Erklärungen. Prüfen mit: knowwho goals check goals.toml

[event]
name = "Name der Veranstaltung"
place = "Stadt"
# starts = 2026-11-26          # erster und letzter Tag
# ends = 2026-11-27
language = "de"                # Sprache des Blattes: de oder en
address = "Sie"                # Anrede: Sie oder du
no_show = 0.33                 # Anteil der Liste, der erfahrungsgemäß nicht kommt (0 bis 0.95)
# serendipity = true           # der letzte Platz ist für jemanden, den niemand gesucht hat

[me]
name = "Vorname Nachname"
introduction = "Ein Satz, der sagt, was Sie tun und wem das nützt."
offers = ["Was Sie anderen geben können", "Ein Kontakt, den Sie vermitteln können"]
common_ground = ["Hochschule", "Verein", "früherer Arbeitgeber"]
prepare_minutes = 45           # so viel Zeit haben Sie zur Vorbereitung

# Ein Ziel je Abschnitt; zwei bis vier sind gut.
[[goal]]
name = "Pilotkunden"
kind = "customer"              # customer, referrer, know-how, supporter, adviser, peer, investor, talent
want = "Leiterinnen und Leiter der Produktion in mittelständischen Betrieben"
weight = 3                     # wichtiger als die anderen: größere Zahl
# organisations = ["Firma A"]  # diese zuerst
# places = ["Baden-Württemberg"]
# must = ["Produktion"]        # ohne eines dieser Wörter kommt niemand in Frage
# avoid = ["Unternehmensberatung"]   # mit einem dieser Wörter auch nicht
# ask = "Darf ich Ihnen nächste Woche zeigen, woran wir arbeiten?"   # Ihr Anliegen in Ihren Worten

[[goal]]
name = "Wissen"
kind = "know-how"
want = "Menschen, die in ihrem Unternehmen neue Software eingeführt haben und davon berichten"
weight = 1

# Was Sie von jemandem gelesen haben, und warum es Sie beschäftigt: So fängt das Gespräch an.
# [[read]]
# of = "Vorname Nachname"
# title = "Wörter aus dem Titel"     # nötig nur bei mehreren Texten
# because = "Sie beim Geräusch anfangen und nicht bei den Daten"   # geht nach „weil“ weiter

# Was neben den Zielen zählt: je ein Anteil am Wert, der dazukommt (0 bis 1). Das hier gilt, wenn nichts dasteht.
# [weights]
# offer = 0.10                 # was ich geben kann
# common_ground = 0.15         # Gemeinsames
# reachable = 0.05             # spricht dort und ist danach ansprechbar
# novelty = 0.10               # schlafende Kontakte gewinnen es, gepflegte verlieren es: Sie treffen sich ohnehin

# Ein Sprachmodell Ihrer Wahl kann mit darüber urteilen, welche Texte zu den Zielen passen. Bekannt werden
# ihm die Ziele und die Texte über die Leute, ohne die Namen der Liste. Ein Schlüssel steht nicht hier,
# sondern in der Umgebung: KNOWWHO_EMBEDDINGS_KEY.
# [embeddings]
# address = "http://localhost:11434/v1"   # OpenAI-kompatibel; ohne s nur auf diesem Rechner
# model = "nomic-embed-text"
# weight = 1                   # neben den Wörtern der Ziele, die 1 zählen (0 bis 10)
)";

constexpr char const* english_template = R"(# Whom would I like to meet at this event, and why?
# Lines with # are explanations. Check with: knowwho goals check goals.toml

[event]
name = "Name of the event"
place = "City"
# starts = 2026-11-26          # first and last day
# ends = 2026-11-27
language = "en"                # of the sheet: de or en
address = "Sie"                # German form of address: Sie or du
no_show = 0.33                 # share of the list that usually does not come (0 to 0.95)
# serendipity = true           # the last seat is for somebody nobody looked for

[me]
name = "First Last"
introduction = "One sentence that says what you do and who profits from it."
offers = ["What you can give to others", "A contact you can introduce"]
common_ground = ["University", "Club", "Former employer"]
prepare_minutes = 45           # how long you have to prepare

# One section per goal; two to four are good.
[[goal]]
name = "Pilot customers"
kind = "customer"              # customer, referrer, know-how, supporter, adviser, peer, investor, talent
want = "Heads of production in mid-sized manufacturing companies"
weight = 3                     # more important than the others: a larger number
# organisations = ["Company A"]      # these first
# places = ["Bavaria"]
# must = ["production"]        # nobody without one of these words
# avoid = ["consulting"]       # nobody with one of these words
# ask = "May I show you next week what we are working on?"   # your honest ask, in your own words

[[goal]]
name = "Know-how"
kind = "know-how"
want = "People who have introduced new software in their company and can tell how it went"
weight = 1

# What you have read of somebody, and why it stayed with you: that is how the talk begins.
# [[read]]
# of = "First Last"
# title = "words of its title"       # needed only if there are several texts
# because = "you start with the noise, not with the data"   # goes on after "because"

# What counts beside the goals: each a share of the score that is added (0 to 1). This is what holds without it.
# [weights]
# offer = 0.10                 # what I can give
# common_ground = 0.15         # what we have in common
# reachable = 0.05             # speaks there and can be approached afterwards
# novelty = 0.10               # contacts that fell asleep gain it, those kept up lose it: you meet anyway

# A language model of your choice can have a say in which texts fit the goals. It learns the goals and the
# texts about the people, without the names of the list. A key is not written here, but put into the
# environment: KNOWWHO_EMBEDDINGS_KEY.
# [embeddings]
# address = "http://localhost:11434/v1"   # OpenAI-compatible; http on this machine only
# model = "nomic-embed-text"
# weight = 1                   # beside the words of the goals, which count 1 (0 to 10)
)";

} // namespace

std::string goals_template(Language language)
{
    return language == Language::english ? english_template : german_template;
}

} // namespace knowwho
