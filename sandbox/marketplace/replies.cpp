// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/marketplace/replies.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <vector>

namespace ot::sandbox {

namespace {

/// A subject by the words that give it away, and what is said about it.
struct Subject {
    std::vector<const char*> words;
    std::vector<const char*> replies;
};

const std::vector<Subject>& subjects()
{
    static const std::vector<Subject> kSubjects {
        { { "deadline", "due", "late", "extension", "tomorrow", "monday", "friday", "fecha" },
            { "Take until Monday, quality first. I have moved the date on my side.",
                "The date stands, but send what you have by then and we count the rest into the next batch.",
                "No problem, two more days are fine." } },
        { { "paid", "payment", "payout", "invoice", "rate", "money", "pago" },
            { "Finance released it this morning, you should see it move today.",
                "The milestone is funded. As soon as it is approved the payout starts by itself.",
                "Let me look at the invoice and come back to you this afternoon." } },
        { { "guideline", "instruction", "section", "rule", "label", "edge case", "ambiguous", "guía" },
            { "Good question. For now take the stricter reading; I will add a line to the section so that "
              "nobody else has to ask.",
                "You are right, the guide contradicts itself there. I will fix it today.",
                "Mark it as unclear and leave a note, then we decide on all of them together." } },
        { { "access", "login", "password", "tool", "account", "error", "acceso" },
            { "I have asked our tool people to reset your seat. Try again in ten minutes, please.",
                "Could you send the exact words of the error? Then I can pass them on." } },
        { { "thank", "thanks", "gracias", "great", "perfect", "merci", "danke" },
            { "You're welcome!", "Gladly. Thank you for the careful work.", "Any time." } },
        { { "done", "finished", "submitted", "uploaded", "ready", "delivered", "terminado" },
            { "Wonderful, I will look at it this afternoon.",
                "Got it. The first ten look very good, I will go through the rest today." } },
        { { "hello", "hi ", "hola", "good morning", "nice to meet" },
            { "Hi! Good to hear from you.", "Hello, and thanks for writing." } },
    };
    return kSubjects;
}

constexpr std::array<const char*, 4> kToQuestions {
    "Yes, please do it that way.",
    "Let me check with the team and get back to you today.",
    "Either is fine, as long as it is the same in the whole batch.",
    "Not yet, I will tell you as soon as I know.",
};

constexpr std::array<const char*, 4> kToStatements {
    "Understood, thanks for telling me.",
    "Makes sense. Go ahead.",
    "Noted. I will pass it on.",
    "Sounds good to me.",
};

constexpr std::array<const char*, 7> kUnprompted {
    "A quick note: the next batch comes on Thursday, about the same size as the last.",
    "The reviewers liked your last batch. Two comments are on the items themselves.",
    "Could you take thirty more items this week? Only if it fits, of course.",
    "Please look at the newest rule before you go on, it changes how we treat quotes.",
    "We see fewer disagreements since last week. Keep doing what you are doing.",
    "How far are you? I have to tell the team a number this afternoon.",
    "I have put an example into the guide that shows what I meant.",
};

} // namespace

QString replyTo(const QString& message, Random& random)
{
    const QString text = message.toLower() + QLatin1Char(' ');
    for (const Subject& subject : subjects()) {
        const bool fits = std::any_of(subject.words.cbegin(), subject.words.cend(),
            [&text](const char* word) { return text.contains(QString::fromUtf8(word)); });
        if (fits)
            return QString::fromUtf8(random.pick(subject.replies));
    }
    return QString::fromUtf8(
        text.contains(QLatin1Char('?')) ? random.pick(kToQuestions) : random.pick(kToStatements));
}

QString unpromptedMessage(Random& random)
{
    return QString::fromUtf8(random.pick(kUnprompted));
}

} // namespace ot::sandbox
