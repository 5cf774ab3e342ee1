// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/seed/job_writer.h"

#include "sandbox/seed/employers.h"
#include "sandbox/seed/job_texts.h"
#include "sandbox/seed/world.h"

#include <QJsonArray>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr qint64 kWeek = 7 * kDay;

struct Headings {
    const char* language;
    const char* work;
    const char* does;
    const char* asks;
    const char* paid;
};

constexpr Headings kHeadings[] = {
    { "en", "The work", "What you will do", "Requirements", "How we pay" },
    { "es", "El trabajo", "Qué harás", "Requisitos", "Cómo pagamos" },
    { "de", "Die Arbeit", "Ihre Aufgaben", "Was Sie mitbringen", "Bezahlung" },
    { "pt", "O trabalho", "O que você vai fazer", "Requisitos", "Como pagamos" },
    { "ja", "仕事の内容", "具体的な作業", "応募条件", "報酬について" },
    { "zh", "工作内容", "你要做什么", "要求", "报酬" },
    { "hi", "काम क्या है", "आप क्या करेंगे", "आवश्यकताएँ", "भुगतान" },
    { "ar", "العمل", "ماذا ستفعل", "المتطلبات", "كيف ندفع" },
};

constexpr const char* kPaidByTheHour[] = {
    "Tracked hours are approved every Monday and paid the same week. Milestones are funded before you start.",
    "You are paid for every tracked hour, training and questions included. The first milestone covers ten "
    "hours.",
    "Hours are paid in milestones of 20 to 40, each funded in advance. The calibration is paid as well.",
};
constexpr const char* kPaidByTheLabel[] = {
    "Labels count when their batch passes review, normally within two working days.",
    "You are paid per accepted label. Work sent back for reasons that were not in the guideline is paid "
    "twice.",
    "Each batch is its own funded milestone. A fair pace is shown in the entry task, so you know your hourly "
    "result.",
};
constexpr const char* kPaidAtOnce[] = {
    "The price is paid in three parts, each funded before you begin it.",
    "Half is paid at the middle of the work, half after the last review.",
};

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

const Headings& headingsFor(const QString& language)
{
    const auto* found = std::find_if(std::begin(kHeadings), std::end(kHeadings),
        [&language](const Headings& one) { return language == QLatin1String(one.language); });
    return found == std::end(kHeadings) ? kHeadings[0] : *found;
}

QString slugOf(const QString& title, const QString& category)
{
    QString slug;
    for (const QString& source : { title, category }) {
        const QString plain = source.normalized(QString::NormalizationForm_KD).toLower();
        for (const QChar character : plain) {
            if ((character >= QLatin1Char('a') && character <= QLatin1Char('z'))
                || (character >= QLatin1Char('0') && character <= QLatin1Char('9')))
                slug += character;
            else if (!character.isMark() && !slug.isEmpty() && !slug.endsWith(QLatin1Char('-')))
                slug += QLatin1Char('-');
        }
        while (slug.endsWith(QLatin1Char('-')))
            slug.chop(1);
        if (slug.size() >= 4)
            break;
    }
    return slug.left(80);
}

QStringList orElse(const QStringList& own, const QStringList& other)
{
    return own.isEmpty() ? other : own;
}

} // namespace

JobWriter::JobWriter(Random& random)
    : m_random(random)
{
    for (const NoteCard& card : readNotes(kJobDomainNotes))
        m_domains.emplace(card.title, card);
}

QString JobWriter::identifier(qint64 posted)
{
    return QStringLiteral("%1x%2").arg(posted).arg(
        m_random.between(100'000'000'000'000'000, 899'999'999'999'999'999));
}

QJsonObject JobWriter::pay(const NoteCard& card) const
{
    const QStringList words = card.value(QLatin1String("pay")).split(QLatin1Char(' '));
    if (words.size() < 3)
        qFatal("seed: %s has no pay", qUtf8Printable(card.title));
    const QJsonValue none(QJsonValue::Null);
    QJsonObject pay { { QStringLiteral("currency"), words[1] }, { QStringLiteral("hourlyRate"), none },
        { QStringLiteral("hourlyMin"), none }, { QStringLiteral("hourlyMax"), none },
        { QStringLiteral("fixedPrice"), none }, { QStringLiteral("perLabelRate"), none } };
    const double low = words[2].toDouble();
    QString type = QStringLiteral("PAY_PER_HOUR");
    if (words[0] == QLatin1String("hours") && words.size() > 3) {
        pay.insert(QStringLiteral("hourlyMin"), low);
        pay.insert(QStringLiteral("hourlyMax"), words[3].toDouble());
    } else if (words[0] == QLatin1String("hour")) {
        pay.insert(QStringLiteral("hourlyRate"), low);
    } else if (words[0] == QLatin1String("fixed")) {
        type = QStringLiteral("FIXED_PRICE");
        pay.insert(QStringLiteral("fixedPrice"), low);
    } else if (words[0] == QLatin1String("label")) {
        type = QStringLiteral("PAY_PER_LABEL");
        pay.insert(QStringLiteral("perLabelRate"), low);
    } else {
        qFatal("seed: %s has an unknown pay", qUtf8Printable(card.title));
    }
    pay.insert(QStringLiteral("paymentType"), type);
    return pay;
}

void JobWriter::describe(QJsonObject& job, const NoteCard& card, const NoteCard& domain)
{
    const Headings& headings = headingsFor(card.value(QLatin1String("lang")));
    QString html;
    QString plain;
    const auto section = [&html, &plain](const char* heading, const QStringList& lines, bool list) {
        html
            += QStringLiteral("<h3>%1</h3>").arg(text(heading)) + (list ? QStringLiteral("<ul>") : QString());
        plain += (plain.isEmpty() ? QString() : QStringLiteral("\n\n")) + text(heading);
        for (const QString& line : lines) {
            const QString tag = list ? QStringLiteral("li") : QStringLiteral("p");
            html += QStringLiteral("<%1>%2</%1>").arg(tag, line.toHtmlEscaped());
            plain += (list ? QStringLiteral("\n• ") : QStringLiteral("\n")) + line;
        }
        html += list ? QStringLiteral("</ul>") : QString();
    };
    const auto member
        = [&card, &domain](QLatin1String key) { return orElse(card.values(key), domain.values(key)); };
    QStringList paid = card.values(QLatin1String("paid"));
    if (paid.isEmpty()) {
        const QString kind = card.value(QLatin1String("pay")).section(QLatin1Char(' '), 0, 0);
        if (kind == QLatin1String("label"))
            paid.append(text(m_random.pick(kPaidByTheLabel)));
        else if (kind == QLatin1String("fixed"))
            paid.append(text(m_random.pick(kPaidAtOnce)));
        else
            paid.append(text(m_random.pick(kPaidByTheHour)));
    }
    section(headings.work, card.values(QLatin1String("work")), false);
    section(headings.does, member(QLatin1String("does")), true);
    section(headings.asks, member(QLatin1String("asks")), true);
    section(headings.paid, paid, false);
    job.insert(QStringLiteral("descriptionHtml"), html);
    job.insert(QStringLiteral("descriptionText"), plain);
}

QJsonObject JobWriter::write(const NoteCard& card, qint64 posted, qint64 now)
{
    const auto found = m_domains.find(card.value(QLatin1String("domain")));
    if (found == m_domains.end())
        qFatal("seed: %s has no domain", qUtf8Printable(card.title));
    const NoteCard& domain = found->second;
    const QString id = identifier(posted);
    const QString category = domain.value(QLatin1String("category"));
    const QString slug = slugOf(card.title, category);
    const QString status = card.value(QLatin1String("status"));
    QString tool = card.value(QLatin1String("tool"));
    if (tool.isEmpty() && m_random.chance(60))
        tool = m_random.pick(domain.list(QLatin1String("tools")));
    QString level = card.value(QLatin1String("level"));
    if (level.isEmpty())
        level = m_random.pick(domain.list(QLatin1String("levels")));
    const qint64 updated = std::min(now, posted + m_random.between(0, 40) * 97 * kMinute);
    QJsonObject job { { QStringLiteral("id"), id }, { QStringLiteral("slug"), slug },
        { QStringLiteral("title"), card.title },
        { QStringLiteral("companyName"), employerNamed(card.value(QLatin1String("by"))).name },
        { QStringLiteral("seoTitle"), QJsonValue(QJsonValue::Null) },
        { QStringLiteral("summary"), textOrNull(card.value(QLatin1String("summary"))) },
        { QStringLiteral("status"), status.isEmpty() ? QStringLiteral("OPEN") : status },
        { QStringLiteral("datePosted"), isoTime(posted) },
        { QStringLiteral("validThrough"), isoTime(posted + 8 * kWeek) },
        { QStringLiteral("updatedAt"), isoTime(updated) },
        { QStringLiteral("employmentTypes"), QJsonArray { QStringLiteral("CONTRACTOR") } },
        { QStringLiteral("countries"), QJsonArray::fromStringList(card.list(QLatin1String("in"))) },
        { QStringLiteral("languages"), QJsonArray::fromStringList(card.list(QLatin1String("for"))) },
        { QStringLiteral("category"), category },
        { QStringLiteral("dataType"), domain.value(QLatin1String("data")) },
        { QStringLiteral("labelTypes"), QJsonArray::fromStringList(domain.list(QLatin1String("labels"))) },
        { QStringLiteral("labelingSoftware"), textOrNull(tool) },
        { QStringLiteral("experienceLevel"), level },
        { QStringLiteral("skills"), QJsonArray::fromStringList(domain.list(QLatin1String("skills"))) },
        { QStringLiteral("pay"), pay(card) },
        { QStringLiteral("url"), QStringLiteral("https://app.opentrain.ai/jobs/%1-%2").arg(slug, id) },
        { QStringLiteral("applyUrl"),
            QStringLiteral("https://app.opentrain.ai/api/out?job=%1&src=www_seo").arg(id) } };
    describe(job, card, domain);
    return job;
}

} // namespace ot::sandbox
