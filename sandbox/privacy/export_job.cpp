// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/privacy/export_job.h"

#include "sandbox/json.h"
#include "sandbox/privacy/data_categories.h"
#include "sandbox/privacy/data_request.h"
#include "sandbox/privacy/policies.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace ot::sandbox {

namespace {

constexpr int kTimesWritten = 3;
const QString kPart = QStringLiteral(".part");

QStringList categoriesOf(const QJsonObject& request)
{
    QStringList categories;
    const QJsonObject scope = request.value(QLatin1String("scope")).toObject();
    for (const QJsonValue& category : scope.value(QLatin1String("categories")).toArray())
        categories.append(category.toString());
    return categories;
}

} // namespace

ExportJob::ExportJob(Store& store, const SigningKey& key, BlobSource blobs, const QString& directory,
    Account account, QJsonObject request)
    : m_store(store)
    , m_key(key)
    , m_blobs(std::move(blobs))
    , m_path(QStringLiteral("%1/%2.zip").arg(directory, cleanFileName(requestText(request, "id"))))
    , m_subject { std::move(account), std::move(request), {}, {}, key.keyId() }
    , m_rows(store, m_subject.account.key, m_subject.account.key + QLatin1Char('/') + requestId(),
          categoriesOf(m_subject.request))
{
}

QString ExportJob::requestId() const
{
    return requestText(m_subject.request, "id");
}

bool ExportJob::fail(const QString& problem)
{
    m_problem = problem;
    return false;
}

bool ExportJob::step()
{
    switch (m_stage) {
    case Stage::Queued:
        return begin();
    case Stage::Collecting:
        return m_rows.collectSome() || beginPacking();
    case Stage::Packing:
        return packSome();
    case Stage::Signing:
        return sign();
    case Stage::Done:
        break;
    }
    return false;
}

bool ExportJob::begin()
{
    m_rows.begin();
    m_total = m_rows.estimate();
    m_stage = Stage::Collecting;
    return true;
}

bool ExportJob::beginPacking()
{
    const qint64 now = m_store.clock().now();
    m_seconds = now / 1000;
    m_subject.asOf = isoTime(now);
    m_subject.policyVersion = currentPrivacyPolicy(m_store);
    m_total = 0;
    for (const QString& type : m_rows.types())
        m_total += m_rows.count(type);
    m_leftOut.append(leftOutLine(QStringLiteral("Job"),
        m_store.countLive({ kEveryone, 0, m_store.head(), 0, { QStringLiteral("Job") }, true }),
        QStringLiteral("Published jobs are the same for everybody; yours are named in what you wrote.")));
    m_leftOut.append(leftOutLine(QStringLiteral("credentials"), 0,
        QStringLiteral("Passwords and tokens are only held as hashes, which are of no use to you.")));
    if (const QStringList asked = categoriesOf(m_subject.request); !asked.isEmpty()) {
        for (const QString& category : dataCategories()) {
            if (!asked.contains(category))
                m_leftOut.append(leftOutLine(category, 0, QStringLiteral("You did not ask for it.")));
        }
    }
    QDir().mkpath(QFileInfo(m_path).path());
    if (!m_writer.open(m_path + kPart))
        return fail(m_writer.problem());
    m_members = exportMembers(
        m_rows, m_subject, m_blobs, [this] { ++m_rowsWritten; }, m_leftOut);
    m_stage = Stage::Packing;
    return true;
}

bool ExportJob::packSome()
{
    if (m_current == m_members.size()) {
        m_stage = Stage::Signing;
        return true;
    }
    const ExportMember& member = m_members[m_current];
    if (!m_memberOpen && !m_writer.beginMember(member.path, m_seconds))
        return fail(m_writer.problem());
    m_memberOpen = true;
    QByteArray chunk;
    const bool more = member.next(chunk);
    if (!m_writer.write(chunk))
        return fail(m_writer.problem());
    if (!more) {
        m_written.push_back(m_writer.endMember());
        m_memberOpen = false;
        ++m_current;
    }
    return true;
}

QByteArray ExportJob::manifest() const
{
    QJsonArray records;
    for (const QString& type : m_rows.types()) {
        const DataKind& kind = dataKind(type);
        records.append(QJsonObject { { QStringLiteral("type"), type },
            { QStringLiteral("category"), QLatin1String(kind.category) },
            { QStringLiteral("decidedBy"), QLatin1String(kind.decidedBy) },
            { QStringLiteral("count"), m_rows.count(type) }, { QStringLiteral("path"), memberPath(type) } });
    }
    QJsonArray members;
    for (const WrittenFile& file : m_written)
        members.append(QJsonObject { { QStringLiteral("path"), file.path },
            { QStringLiteral("byteCount"), file.byteCount }, { QStringLiteral("sha256"), file.sha256 } });
    const QJsonObject account { { QStringLiteral("userId"), m_subject.account.userId },
        { QStringLiteral("displayName"), m_subject.account.displayName } };
    return jsonBytes({
        { QStringLiteral("format"), QStringLiteral("opentrain-archive") },
        { QStringLiteral("formatVersion"), 1 },
        { QStringLiteral("producer"), QStringLiteral("OpenTrain sandbox") },
        { QStringLiteral("asOf"), m_subject.asOf },
        { QStringLiteral("requestId"), requestId() },
        { QStringLiteral("exercise"), requestText(m_subject.request, "exercise") },
        { QStringLiteral("account"), account },
        { QStringLiteral("policyVersion"), m_subject.policyVersion },
        { QStringLiteral("scope"), m_subject.request.value(QLatin1String("scope")) },
        { QStringLiteral("records"), records },
        { QStringLiteral("leftOut"), m_leftOut },
        { QStringLiteral("members"), members },
        { QStringLiteral("algorithm"), QStringLiteral("Ed25519") },
        { QStringLiteral("keyId"), m_subject.keyId },
    });
}

bool ExportJob::writeWhole(const QString& path, const QByteArray& content)
{
    if (!m_writer.beginMember(path, m_seconds) || !m_writer.write(content))
        return fail(m_writer.problem());
    m_writer.endMember();
    return true;
}

bool ExportJob::sign()
{
    const QByteArray content = manifest();
    const QByteArray signature = m_key.sign(content);
    if (!writeWhole(QStringLiteral("manifest.json"), content)
        || !writeWhole(QStringLiteral("manifest.sig"), signature))
        return false;
    std::optional<WrittenFile> file = m_writer.finish();
    if (!file)
        return fail(m_writer.problem());
    QFile::remove(m_path);
    if (!QFile::rename(m_path + kPart, m_path))
        return fail(QStringLiteral("the archive could not be given its name"));
    file->path = m_path;
    m_result = FinishedArchive { *file, QString::fromLatin1(signature) };
    m_stage = Stage::Done;
    return false;
}

ExportProgress ExportJob::progress() const
{
    switch (m_stage) {
    case Stage::Queued:
        return { QStringLiteral("queued"), 0, m_total };
    case Stage::Collecting:
        return { QStringLiteral("collecting"), std::min(m_rows.copied(), m_total), m_total };
    case Stage::Packing:
        return { QStringLiteral("packing"), m_rowsWritten / kTimesWritten, m_total };
    case Stage::Signing:
        return { QStringLiteral("signing"), m_total, m_total };
    case Stage::Done:
        break;
    }
    return { QStringLiteral("done"), m_total, m_total };
}

void ExportJob::cleanUp()
{
    m_rows.forget();
    if (!m_result)
        QFile::remove(m_path + kPart);
}

} // namespace ot::sandbox
