<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BubbleLayout</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>--screenshot needs the name of a page and a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--size takes a width and a height such as 1280x800.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep everything in this directory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk to the server at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in with the token in this file, which only its owner may read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the vault with the passphrase in this file instead of asking for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours: light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the program, such as en or es.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CODE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the window, such as 1280x800.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>WxH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync, print what is on this device by record type, and end. The exit status is 0 only if all of it worked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a picture of a page to FILE (PNG); may be given several times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PAGE FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the names of the pages, one a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the state of the profile as JSON and end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--theme is light, dark or system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Desktop client for the OpenTrain AI marketplace: offline first and encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown command: %1. See --help.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataMap</name>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run the marketplace (4.1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payments (4.2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>safety (4.3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service messages and support (4.4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>improve the service (4.5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marketing (4.6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law and claims (4.7)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legitimate interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>legal obligation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>employers you deal with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the platform&apos;s service providers (names not stated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>payment providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verification providers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tools you connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>advisers and auditors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authorities, where the law asks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Your keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault&apos;s key is not here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is newer than this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault can&apos;t be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Formatter</name>
    <message>
        <source>%1/h</source>
        <extracomment>%1 is money: &quot;$38/h&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1/label</source>
        <extracomment>%1 is money: &quot;$0.06/label&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fixed</source>
        <extracomment>%1 is money: &quot;$500 fixed&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per hour</source>
        <extracomment>%1 is money: &quot;$38.00 per hour&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per label</source>
        <extracomment>%1 is money: &quot;$0.06 per label&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for the whole job</source>
        <extracomment>%1 is money: &quot;$500.00 for the whole job&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <extracomment>A day of this year as the title of its messages; a QLocale date format</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd d MMMM yyyy</source>
        <extracomment>A day of another year as the title of its messages; a QLocale date format</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>A short date of this year; a QLocale date format</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A short date of another year; a QLocale date format</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worldwide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <extracomment>%1 is a list of country codes, %2 how many more there are: &quot;US, ES, IN + 3&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeadlessRun</name>
    <message>
        <source>It took too long and was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account in this profile. Give --server and --token-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) of the server could not be read.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is no page named %1. The pages are: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page %1 came out blank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>The token file %1 can&apos;t be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token file %1 is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--token-file needs --server.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBubble</name>
    <message>
        <source>File without a name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is nothing to send yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message can have at most %L1 characters; this one has %L2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>It has been sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent and can&apos;t be taken back any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The folder %1 can&apos;t be written to, so nothing could be kept. Choose another with --profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenTrain Desktop is running already with this profile; its window was asked to come forward.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Records</name>
    <message>
        <source>The server sent something this version can&apos;t read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The server does not accept this token. Check that it was copied whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not say whose token this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token belongs to another account. Sign in to it with a profile of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is damaged: its first page does not verify with its own key. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This profile belongs to another server. Use a profile of its own (--profile) for this one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusCommand</name>
    <message>
        <source>There is no account in this profile.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>The server takes too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to the server is not trustworthy: its certificate does not hold. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy does not let the connection through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answered in place of the server, perhaps the sign-in page of this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not accept this token any more. Sign in again; what you wrote is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not allow this with your token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not know this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was changed meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This device was away for so long that it fetches everything anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a pause. It goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem of its own. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server did not accept the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a server&apos;s address. It looks like https://app.opentrain.ai</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server&apos;s address has no user name, question mark or number sign.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an address that begins with https:// is safe to sign in to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent an answer that can&apos;t be read. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vault</name>
    <message>
        <source>The vault does not open with this key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is damaged: a page does not verify.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. Nothing was lost; free some space and it goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the vault can&apos;t be written to, so nothing new can be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is using the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk does not let the vault be read or written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault could not do what was asked of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no vault in this folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The encryption library is missing, so the vault stays closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault was written by a newer version of OpenTrain Desktop. Install that version or a later one; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your keyring is locked, and the vault&apos;s key is in it. Unlock the keyring, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain answers on this computer, so the vault&apos;s key has to be kept by a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain did not let this program in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain no longer has the key of this vault. The vault was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder for the vault could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain holds another key under the name of this vault&apos;s. The vault was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that says where the vault&apos;s key is kept is gone. The vault was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is protected by a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This vault has no passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a vault in this folder already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file that says where the vault&apos;s key is kept is damaged. The vault was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to protect the key with a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key that was found is not a key of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of the vault belongs to somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file in the vault&apos;s place is not encrypted, so it isn&apos;t this program&apos;s. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vault is locked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::AccountState</name>
    <message>
        <source>AI trainer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bid manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::ConversationListModel</name>
    <message>
        <source>OpenTrain support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Channel · %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You: %1</source>
        <extracomment>%1 is the last message, which the user wrote</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::DataMapModel</name>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why · legal basis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>A record and one of its fields: &quot;Job · title&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::JobDetail</name>
    <message>
        <source>posted %1</source>
        <extracomment>%1 is a time: &quot;12 min ago&quot;, &quot;12 Nov&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was open until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open to people everywhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::JobListModel</name>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::MessageTimelineModel</name>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent</source>
        <extracomment>%1 is the reason</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::OutboxModel</name>
    <message>
        <source>Not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::models::SearchModel</name>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::CommandPalette</name>
    <message>
        <source>Commands and search results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing on this device holds these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs and messages that are synced are searched. Try fewer letters or another word.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::Composer</name>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::ConversationDelegate</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Draft:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::DocumentView</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::FactsCard</name>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why, and on which ground</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who receives it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who decides about it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive by law: you may limit its use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A customer&apos;s content: erased from this device when your access ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Section %1 of the privacy policy</source>
        <extracomment>%1 is a section number: &quot;3.1 A&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::FilterChip</name>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2</source>
        <extracomment>A chosen value and how many others are chosen: &quot;Spanish + 2&quot;</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what is filtered by, %2 what is chosen</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::JobDelegate</name>
    <message>
        <source>Closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::JobDetailView</name>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed: the employer takes no more proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View on the web</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job is no longer listed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The employer took it down. It has been removed from this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This job can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a job to read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up and Down move through the list; Ctrl+K searches everything on this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Languages: %1</source>
        <extracomment>%1 is a list of languages</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where: %1</source>
        <extracomment>%1 is a list of countries, or that there is no limit</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search and all filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The jobs on this device can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job on this device has all of what you asked for. Take a filter away or try another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs are on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They appear here as they arrive; you can start reading at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs on this device yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Once it can, the whole feed is kept here for reading offline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No open jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New posts appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::LinkDialog</name>
    <message>
        <source>Open a link?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link is not opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole address</source>
        <extracomment>Accessible name of the field with the whole address</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This site belongs to a third party. It opens in your browser and its own privacy policy applies there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a page of OpenTrain&apos;s own site. It opens in your browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::LinkGate</name>
    <message>
        <source>This is not a web address that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only addresses that begin with https:// are opened. This one could start a program or read a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address has a name in front of its host, which hides where it leads. It is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address names no host that can be shown plainly. It is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address holds hidden characters, which make it read other than it is. It is not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program on this device took the address. Copy it and open it in a browser.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::MainWindow</name>
    <message>
        <source>Search everything on this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenTrain Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to %1</source>
        <extracomment>%1 is a page</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the light theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the dark theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the high contrast theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the system&apos;s theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::MessagesPage</name>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has been removed from this device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no contract yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is writing…</source>
        <extracomment>%1 is a person</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to %1</source>
        <extracomment>%1 is a company, a person or a channel</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The employer writes first in proposal messages. You can answer once they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This conversation is closed. It stays here to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of this kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages are on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages on this device yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An employer who answers a proposal, or works with you, begins one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That message has been sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That message is being sent right now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::PrivacyPage</name>
    <message>
        <source>What this device holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data by category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data map can&apos;t be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your system&apos;s keychain keeps its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your passphrase keeps its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 records, in one vault that is encrypted as a whole; %2. Nothing here is read by anybody else. Choose a line to see what is held, why, who receives it and until when.</source>
        <extracomment>%1 is a count, %2 says where the vault&apos;s key is</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::Rail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::RailEntry</name>
    <message numerus="yes">
        <source>%1, %n new</source>
        <extracomment>A page&apos;s name with the count of what is new there, as a screen reader says it</extracomment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::SettingsPage</name>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the program; what others write stays as they wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Enter always begins a new line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on this device is encrypted; the system&apos;s keychain keeps the key and unlocks with your session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything on this device is encrypted; your passphrase keeps the key and is asked for at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends the access of this device. You are asked what becomes of the data here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenTrain Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qt %1 (LGPL 3), SQLCipher (BSD), QtKeychain (BSD), libsodium (ISC), spdlog (MIT).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncFooter</name>
    <message>
        <source>Shows the details of the synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncPopover</name>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last in step with the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ot::ui::SyncViewState</name>
    <message>
        <source>Up to date · %1</source>
        <extracomment>%1 is a time of day</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sync · %1 of %2</source>
        <extracomment>How many records have been fetched of how many</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First sync…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <extracomment>%1 is a time of day, or a date</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n messages not sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n messages</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages waiting to send</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>All changes sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet on this device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::TimelineView</name>
    <message numerus="yes">
        <source>%n new messages ↓</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>To the newest ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1…</source>
        <extracomment>%1 is a web address</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::TroublePage</name>
    <message>
        <source>For support: %1</source>
        <extracomment>%1 is a short technical text</extracomment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::UnlockPage</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same passphrase again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No keychain answers on this device, so a passphrase keeps the key of your data. It is asked for at each start and can&apos;t be recovered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your data on this device is encrypted. Its key is kept by your passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least 10 characters. Four or more unrelated words are easy to keep and hard to guess.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weak: a program would guess it. Add words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair: another word makes it strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the vault with this passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The passphrase needs at least 10 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same. Enter both again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::WelcomePage</name>
    <message>
        <source>Server address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to OpenTrain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make an access token in your account&apos;s settings on the web and paste it here. It is checked with the server first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs, messages and contracts are kept on this device, encrypted. The token is kept in the same vault. Nothing goes anywhere but to the server above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking with the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the server&apos;s address; it begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste an access token; it begins with ot_pat_.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ot::ui::WholeTextDialog</name>
    <message>
        <source>Whole message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
