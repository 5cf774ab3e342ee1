<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Formatter</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadlessRun</name>
    <message numerus="yes">
        <source>%Ln record(s) of the server could not be read.</source>
        <translation>
            <numerusform>%Ln record of the server could not be read.</numerusform>
            <numerusform>%Ln records of the server could not be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::models::ConversationListModel</name>
    <message numerus="yes">
        <source>Channel · %n people</source>
        <translation>
            <numerusform>Channel · %n person</numerusform>
            <numerusform>Channel · %n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::ConversationDelegate</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::JobsPage</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::RailEntry</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>A page&apos;s name with the count of what is new there, as a screen reader says it</extracomment>
        <translation>
            <numerusform>%1, %n new</numerusform>
            <numerusform>%1, %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncPopover</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncViewState</name>
    <message numerus="yes">
        <source>%n messages not sent</source>
        <translation>
            <numerusform>%n message not sent</numerusform>
            <numerusform>%n messages not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n messages</source>
        <translation>
            <numerusform>Sending %n message</numerusform>
            <numerusform>Sending %n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting to send</source>
        <translation>
            <numerusform>%n message waiting to send</numerusform>
            <numerusform>%n messages waiting to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::TimelineView</name>
    <message numerus="yes">
        <source>%n new messages ↓</source>
        <translation>
            <numerusform>%n new message ↓</numerusform>
            <numerusform>%n new messages ↓</numerusform>
        </translation>
    </message>
</context>
</TS>
