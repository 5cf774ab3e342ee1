// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages of instructions are cards with these keys besides their content (rich_text.h), or "markdown" in its
// place:
//
//     id, contract, job (a key), (parent), position, version, (icon), (summary), (open: not confidential)
//     created, updated: ages; (until) how long it may be kept offline
#include "sandbox/seed/rich_text.h"
#include "sandbox/seed/world.h"

namespace ot::sandbox {

void addInstructions(AccountWriter& writer, const char* notes)
{
    const QJsonValue none(QJsonValue::Null);
    for (const NoteCard& card : readNotes(notes)) {
        const QString id = card.value(QLatin1String("id"));
        const QString markdown = card.value(QLatin1String("markdown"));
        const RichText text = richTextOf(card, QString(id).remove(QLatin1Char('_')));
        const bool rich = markdown.isEmpty();
        writer.add("InstructionPage",
            { { QStringLiteral("id"), id },
                { QStringLiteral("contractId"), card.value(QLatin1String("contract")) },
                { QStringLiteral("jobId"),
                    writer.book.job(card.value(QLatin1String("job"))).value(QLatin1String("id")) },
                { QStringLiteral("parentId"), textOrNull(card.value(QLatin1String("parent"))) },
                { QStringLiteral("position"), card.value(QLatin1String("position")).toInt() },
                { QStringLiteral("title"), card.title },
                { QStringLiteral("icon"), textOrNull(card.value(QLatin1String("icon"))) },
                { QStringLiteral("contentFormat"),
                    rich ? QStringLiteral("tiptap") : QStringLiteral("markdown") },
                { QStringLiteral("tiptapJson"), rich ? QJsonValue(text.document) : none },
                { QStringLiteral("htmlSnapshot"), rich ? QJsonValue(text.html) : none },
                { QStringLiteral("markdown"), textOrNull(markdown) },
                { QStringLiteral("serverVersion"), card.value(QLatin1String("version")).toInt() },
                { QStringLiteral("changeSummary"), textOrNull(card.value(QLatin1String("summary"))) },
                { QStringLiteral("confidential"), card.value(QLatin1String("open")).isEmpty() },
                { QStringLiteral("offlineUntil"), writer.isoOrNull(card.value(QLatin1String("until"))) },
                { QStringLiteral("createdAt"), writer.isoOrNull(card.value(QLatin1String("created"))) },
                { QStringLiteral("updatedAt"), writer.isoOrNull(card.value(QLatin1String("updated"))) } });
    }
}

} // namespace ot::sandbox
