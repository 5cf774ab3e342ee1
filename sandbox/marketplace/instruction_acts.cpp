// SPDX-License-Identifier: GPL-3.0-or-later
//
// An employer edits a contract's instructions. The server keeps only the last state, as the platform does;
// what changed is for the client to find out.
#include "sandbox/marketplace/act.h"

#include <QJsonArray>

#include <array>

namespace ot::sandbox {

namespace {

const QString kPage = QStringLiteral("InstructionPage");

/// Sentences an employer adds when somebody asked.
constexpr std::array<const char*, 8> kAdditions {
    "When two rules apply, the stricter one decides.",
    "Leave a note whenever you skip an item; a skipped item without a note counts as not done.",
    "Irony counts as what it means, not as what it says.",
    "From this week on, names of public figures stay as they are.",
    "If the recording stops in the middle of a word, mark the word as cut.",
    "Score the answer, not the question it was given.",
    "Ask in the conversation before you invent a label of your own.",
    "Dates are written as they are spoken; do not complete a missing year.",
};

bool isTextBlock(const QJsonObject& block)
{
    return block.value(QLatin1String("type")) == QLatin1String("paragraph")
        && !block.value(QLatin1String("content")).toArray().isEmpty();
}

QJsonObject textNode(const QString& text)
{
    return { { QStringLiteral("type"), QStringLiteral("text") }, { QStringLiteral("text"), text } };
}

/// Adds the sentence to one of the page's paragraphs, which keeps its id; a page without any gets one.
QJsonObject withSentence(const Scene& scene, QJsonObject document, const QString& sentence)
{
    QJsonArray blocks = document.value(QLatin1String("content")).toArray();
    std::vector<qsizetype> candidates;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (isTextBlock(blocks.at(i).toObject()))
            candidates.push_back(i);
    }
    if (candidates.empty()) {
        const QString id = QStringLiteral("bx%1").arg(scene.writer.nextNumber());
        blocks.append(QJsonObject {
            { QStringLiteral("type"), QStringLiteral("paragraph") },
            { QStringLiteral("attrs"), QJsonObject { { QStringLiteral("data-id"), id } } },
            { QStringLiteral("content"), QJsonArray { textNode(sentence) } },
        });
    } else {
        const qsizetype at = scene.random.pick(candidates);
        QJsonObject block = blocks.at(at).toObject();
        QJsonArray content = block.value(QLatin1String("content")).toArray();
        content.append(textNode(QLatin1Char(' ') + sentence));
        block.insert(QStringLiteral("content"), content);
        blocks.replace(at, block);
    }
    document.insert(QStringLiteral("content"), blocks);
    return document;
}

QString publish(const Scene& scene)
{
    auto page = scene.choose(kPage, [](const QJsonObject&) { return true; });
    if (!page)
        return {};
    const QString sentence = QString::fromUtf8(scene.random.pick(kAdditions));
    if (textOf(*page, "contentFormat") == QLatin1String("markdown")) {
        page->insert(QStringLiteral("markdown"),
            textOf(*page, "markdown") + QStringLiteral("\n\n") + sentence + QLatin1Char('\n'));
    } else {
        page->insert(QStringLiteral("tiptapJson"),
            withSentence(scene, page->value(QLatin1String("tiptapJson")).toObject(), sentence));
        page->insert(QStringLiteral("htmlSnapshot"),
            textOf(*page, "htmlSnapshot") + QStringLiteral("<p>") + sentence.toHtmlEscaped()
                + QStringLiteral("</p>"));
    }
    page->insert(
        QStringLiteral("serverVersion"), page->value(QLatin1String("serverVersion")).toInteger() + 1);
    page->insert(
        QStringLiteral("changeSummary"), QStringLiteral("1 rule added in “%1”").arg(textOf(*page, "title")));
    scene.notify({ QStringLiteral("instructions_changed"), QStringLiteral("Instructions changed"),
        textOf(*page, "changeSummary"), kPage, textOf(*page, "id") });
    scene.save(kPage, *page);
    return textOf(*page, "id");
}

} // namespace

const std::vector<Act>& instructionActs()
{
    static const std::vector<Act> kActs { { "publishInstructions", 5, publish } };
    return kActs;
}

} // namespace ot::sandbox
