// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/jobs.h"

#include "sandbox/seed/job_texts.h"
#include "sandbox/seed/job_writer.h"
#include "sandbox/seed/world.h"

#include <QDateTime>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr std::size_t kJobCount = 340;
constexpr qint64 kSpreadMinutes = 55 * 24 * 60; // the last eight weeks, less a day

struct HomeOf {
    const char* language;
    const char* countries;
};

// Where a language is at home, so that a job in it is not open to a country nobody there would come from.
constexpr HomeOf kHomes[] = { { "Yoruba", "NG, BJ" }, { "Hindi", "IN" }, { "Swahili", "KE, TZ, UG" },
    { "Basque", "ES, FR" }, { "Icelandic", "IS" }, { "Tagalog", "PH" }, { "Amharic", "ET" },
    { "Welsh", "GB" }, { "Bengali", "BD, IN" }, { "Romanian", "RO, MD" }, { "Hausa", "NG, NE, GH" },
    { "Quechua", "PE, BO, EC" }, { "Finnish", "FI" }, { "Tamil", "IN, LK, SG" }, { "Polish", "PL" },
    { "Turkish", "TR, CY" }, { "Portuguese", "BR, PT" }, { "Vietnamese", "VN" }, { "Dutch", "NL, BE" },
    { "Punjabi", "IN, PK" }, { "Ukrainian", "UA, PL" }, { "Korean", "KR" }, { "Greek", "GR, CY" },
    { "Malay", "MY, SG" }, { "German", "DE, AT, CH" }, { "French", "FR, BE, CA" },
    { "Arabic", "EG, MA, JO, SA" }, { "Indonesian", "ID" }, { "Japanese", "JP" }, { "Italian", "IT, CH" },
    { "Urdu", "PK, IN" }, { "Thai", "TH" }, { "Norwegian", "NO" }, { "Swedish", "SE, FI" }, { "Czech", "CZ" },
    { "Hungarian", "HU, RO" }, { "Catalan", "ES, AD" }, { "Slovene", "SI" }, { "Estonian", "EE" },
    { "Lithuanian", "LT" }, { "Croatian", "HR, BA" }, { "Hebrew", "IL" }, { "Danish", "DK" },
    { "Cantonese", "HK, MO" }, { "Flemish", "BE" }, { "Bulgarian", "BG" }, { "Telugu", "IN" },
    { "Zulu", "ZA" }, { "Irish", "IE" }, { "Serbian", "RS, BA, ME" } };

constexpr const char* kPlaces[] = { "US", "US, CA", "IN", "IN, PH, BD", "ES, PT", "BR, AR, CL, CO, MX, PE",
    "GB, IE", "KE, NG, GH, ZA", "DE, AT, CH", "FR, BE, CH, CA", "PL, CZ, SK, HU, RO", "JP, KR, TW",
    "US, GB, CA, AU, NZ", "VN, TH, ID, MY, PH", "EG, MA, TN, JO" };

QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

// A price of the template's range, round as people make prices.
QString priceFor(const QString& range, Random& random)
{
    const QStringList words = range.split(QLatin1Char(' '));
    const double low = words.value(2).toDouble();
    const double high = words.value(3).toDouble();
    const auto between = [&random](double from, double to, double step) {
        return step * static_cast<double>(random.between(qRound64(from / step), qRound64(to / step)));
    };
    if (words[0] == QLatin1String("hours")) {
        const double middle = (low + high) / 2;
        const double from = between(low, middle, 1);
        return QStringLiteral("hours %1 %2 %3").arg(words[1]).arg(from).arg(between(middle, high, 1) + 1);
    }
    if (words[0] == QLatin1String("fixed"))
        return QStringLiteral("fixed %1 %2").arg(words[1]).arg(between(low, high, 20));
    if (words[0] == QLatin1String("label"))
        return QStringLiteral("label %1 %2")
            .arg(words[1])
            .arg(between(low, high, high < 0.3 ? 0.001 : 0.05), 0, 'g', 4);
    return QStringLiteral("hour %1 %2").arg(words[1]).arg(between(low, high, 0.5));
}

NoteCard derived(const NoteCard& pattern, const QString& subject, int round, Random& random)
{
    NoteCard card;
    card.title = capitalised(
        pattern.title.contains(QLatin1String("%1")) ? pattern.title.arg(subject) : pattern.title);
    if (round > 1)
        card.title += QStringLiteral(", batch %1").arg(round);
    const auto set = [&card](const char* key, const QString& value) {
        card.lines.push_back({ QString::fromUtf8(key), value });
    };
    set("domain", pattern.value(QLatin1String("domain")));
    set("by", random.pick(pattern.list(QLatin1String("by"))));
    set("pay", priceFor(pattern.value(QLatin1String("pay")), random));
    set("work", capitalised(random.pick(pattern.values(QLatin1String("work"))).arg(subject)));
    if (pattern.value(QLatin1String("language")).isEmpty()) {
        if (random.chance(40))
            set("in", QString::fromUtf8(random.pick(kPlaces)));
        if (random.chance(45))
            set("for", QStringLiteral("English"));
        return card;
    }
    const QString language = subject.section(QLatin1Char(' '), -1);
    set("for", language);
    for (const HomeOf& home : kHomes) {
        if (language == QLatin1String(home.language) && random.chance(65))
            set("in", QString::fromUtf8(home.countries));
    }
    return card;
}

// Every template with every one of its subjects; once through them all, the next batch of each follows.
std::vector<NoteCard> derivedCards(std::size_t wanted, Random& random)
{
    std::vector<NoteCard> patterns = readNotes(kJobTemplateNotes);
    const std::vector<NoteCard> more = readNotes(kMoreJobTemplateNotes);
    patterns.insert(patterns.end(), more.begin(), more.end());
    std::vector<NoteCard> cards;
    for (int round = 1; cards.size() < wanted; ++round) {
        std::vector<NoteCard> batch;
        for (const NoteCard& pattern : patterns) {
            for (const QString& subject : pattern.list(QLatin1String("of")))
                batch.push_back(derived(pattern, subject, round, random));
        }
        random.shuffle(batch);
        batch.resize(std::min(batch.size(), wanted - cards.size()));
        cards.insert(cards.end(), batch.begin(), batch.end());
    }
    return cards;
}

struct Dated {
    NoteCard card;
    qint64 posted = 0;
};

void datePart(std::vector<Dated>& dated, const std::vector<NoteCard>& cards, qint64 from, qint64 to,
    Random& random, qint64 now)
{
    if (cards.empty())
        return;
    const qint64 step = (to - from) / static_cast<qint64>(cards.size());
    qint64 slot = from;
    for (const NoteCard& card : cards) {
        const qint64 seconds = random.between(0, std::max<qint64>(step, 2) * 60 - 61);
        dated.push_back({ card, now - slot * kMinute - seconds * 1000 });
        slot += step;
    }
}

} // namespace

qint64 timeOf(const QJsonObject& object, QLatin1String member)
{
    return QDateTime::fromString(object.value(member).toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
}

JobBook::JobBook(Random& random, qint64 now)
{
    std::vector<Dated> dated;
    qint64 newestUndated = 0;
    for (const char* notes : { kNewestJobNotes, kEarlierJobNotes }) {
        for (const NoteCard& card : readNotes(notes)) {
            const qint64 age = card.value(QLatin1String("age")).toLongLong();
            const qint64 seconds = random.between(0, 50);
            dated.push_back({ card, now - age * kMinute - seconds * 1000 });
            if (notes == kNewestJobNotes)
                newestUndated = std::max(newestUndated, age + 90);
        }
    }
    const std::vector<NoteCard> soon = readNotes(kNewJobNotes);
    const qint64 afterSoon = newestUndated + static_cast<qint64>(soon.size()) * 190;
    datePart(dated, soon, newestUndated, afterSoon, random, now);

    std::vector<NoteCard> rest = readNotes(kOlderJobNotes);
    const std::vector<NoteCard> world = readNotes(kWorldJobNotes);
    rest.insert(rest.end(), world.begin(), world.end());
    const std::vector<NoteCard> made = derivedCards(kJobCount - dated.size() - rest.size(), random);
    rest.insert(rest.end(), made.begin(), made.end());
    random.shuffle(rest);
    datePart(dated, rest, afterSoon, kSpreadMinutes, random, now);

    std::stable_sort(dated.begin(), dated.end(),
        [](const Dated& one, const Dated& other) { return one.posted > other.posted; });
    JobWriter writer(random);
    for (const Dated& one : dated) {
        m_jobs.push_back(writer.write(one.card, one.posted, now));
        const QString key = one.card.value(QLatin1String("key"));
        if (!key.isEmpty())
            m_byKey.emplace(key, m_jobs.back());
    }
}

const QJsonObject& JobBook::job(const QString& key) const
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        qFatal("seed: no job has the key %s", qUtf8Printable(key));
    return found->second;
}

} // namespace ot::sandbox
