// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/search/search_match.h"

namespace ot::storage {

namespace {

QString phraseOf(const QStringList& tokens)
{
    return QLatin1Char('"') + tokens.join(QLatin1Char(' ')) + QLatin1Char('"');
}

QString phraseOf(const SearchPart& part, const std::optional<QStringList>& begunWords)
{
    if (!part.isPrefix)
        return phraseOf(part.tokens);
    if (!begunWords)
        return phraseOf(part.tokens) + QLatin1String(" *");
    QStringList phrases;
    QStringList tokens = part.tokens;
    for (const QString& word : *begunWords) {
        tokens.back() = word;
        phrases.append(phraseOf(tokens));
    }
    return QLatin1Char('(') + phrases.join(QLatin1String(" OR ")) + QLatin1Char(')');
}

} // namespace

MatchExpression matchExpression(
    const SearchQuery& query, std::string_view authorColumns, const std::optional<QStringList>& begunWords)
{
    const QString inAuthor = QLatin1Char('{')
        + QString::fromLatin1(authorColumns.data(), static_cast<qsizetype>(authorColumns.size()))
        + QLatin1String("} : ");
    QStringList wanted;
    QStringList unwanted;
    MatchExpression expression;
    for (const SearchPart& part : query.parts) {
        if (part.tokens.isEmpty() || part.fault != SearchFault::None)
            continue;
        const bool isAuthor = part.kind == SearchPartKind::From;
        if (isAuthor && authorColumns.empty()) {
            expression.canHold = expression.canHold && part.isExcluded;
            continue;
        }
        if (part.isPrefix && begunWords && begunWords->isEmpty()) {
            expression.canHold = false;
            continue;
        }
        const QString phrase = phraseOf(part, begunWords);
        (part.isExcluded ? unwanted : wanted).append(isAuthor ? inAuthor + phrase : phrase);
    }
    const QString without = unwanted.join(QLatin1String(" OR "));
    if (wanted.isEmpty()) {
        expression.unwanted = without;
        return expression;
    }
    expression.wanted = wanted.join(QLatin1String(" AND "));
    if (!without.isEmpty())
        expression.wanted
            = QLatin1Char('(') + expression.wanted + QLatin1String(") NOT (") + without + QLatin1Char(')');
    return expression;
}

MatchExpression matchExpression(const QString& typed)
{
    SearchLanguage language;
    language.withOperators = false;
    SearchQuery query = parseSearch(typed, language);
    for (SearchPart& part : query.parts)
        part.isPrefix = part.isPrefix || (part.kind == SearchPartKind::Word && !part.isExcluded);
    return matchExpression(query, {});
}

} // namespace ot::storage
