// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/storage/faulty_disk.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <random>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace ot::test {

namespace {

struct PendingWrite {
    sqlite3_int64 offset = 0;
    std::vector<char> bytes;
    bool truncates = false; // to `offset`
};

// What was written to one file and not synced yet; shared by all who have it open.
struct Cache {
    std::mutex mutex;
    std::string path;
    std::vector<PendingWrite> writes;
};

struct Disk {
    sqlite3_vfs* real = nullptr;
    std::atomic<int> kind { -1 };
    std::atomic<int> before { 0 };
    std::atomic<int> times { 0 };
    std::atomic<int> failed { 0 };
    std::atomic<int> seen { 0 };
    std::atomic<bool> caches { false };
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<Cache>> files;
};

Disk& disk()
{
    static Disk theDisk;
    return theDisk;
}

// SQLite makes room for this and calls no constructor; open() and close() do.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
    std::shared_ptr<Cache>* cache; // null: straight through
};

File* fileOf(sqlite3_file* file)
{
    return reinterpret_cast<File*>(file);
}

sqlite3_file* realOf(sqlite3_file* file)
{
    return fileOf(file)->real;
}

bool isTurnOf(DiskFault fault)
{
    Disk& all = disk();
    if (all.kind.load() != static_cast<int>(fault))
        return false;
    ++all.seen;
    if (all.before.fetch_sub(1) > 0)
        return false;
    if (all.times.fetch_sub(1) <= 0)
        return false;
    ++all.failed;
    return true;
}

sqlite3_int64 sizeWith(sqlite3_int64 size, const std::vector<PendingWrite>& writes)
{
    for (const PendingWrite& write : writes) {
        const auto end = write.offset + static_cast<sqlite3_int64>(write.bytes.size());
        size = write.truncates ? std::min(size, write.offset) : std::max(size, end);
    }
    return size;
}

int writeThrough(sqlite3_file* real, const std::vector<PendingWrite>& writes)
{
    for (const PendingWrite& write : writes) {
        const int code = write.truncates ? real->pMethods->xTruncate(real, write.offset)
                                         : real->pMethods->xWrite(real, write.bytes.data(),
                                             static_cast<int>(write.bytes.size()), write.offset);
        if (code != SQLITE_OK)
            return code;
    }
    return SQLITE_OK;
}

int closeFile(sqlite3_file* file)
{
    File* own = fileOf(file);
    const int code = own->real->pMethods ? own->real->pMethods->xClose(own->real) : SQLITE_OK;
    delete own->cache;
    own->cache = nullptr;
    return code;
}

int readFile(sqlite3_file* file, void* buffer, int amount, sqlite3_int64 offset)
{
    if (isTurnOf(DiskFault::ReadError))
        return SQLITE_IOERR_READ;
    sqlite3_file* real = realOf(file);
    const std::shared_ptr<Cache>* cache = fileOf(file)->cache;
    if (!cache)
        return real->pMethods->xRead(real, buffer, amount, offset);
    const std::lock_guard lock((*cache)->mutex);
    const int code = real->pMethods->xRead(real, buffer, amount, offset);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return code;
    auto* bytes = static_cast<char*>(buffer);
    for (const PendingWrite& write : (*cache)->writes) {
        const sqlite3_int64 end = write.offset + static_cast<sqlite3_int64>(write.bytes.size());
        if (write.truncates) {
            if (write.offset < offset + amount) {
                const sqlite3_int64 from = std::max(write.offset, offset);
                std::memset(bytes + (from - offset), 0, static_cast<std::size_t>(offset + amount - from));
            }
            continue;
        }
        const sqlite3_int64 from = std::max(write.offset, offset);
        const sqlite3_int64 to = std::min(end, offset + amount);
        if (from < to)
            std::memcpy(bytes + (from - offset), write.bytes.data() + (from - write.offset),
                static_cast<std::size_t>(to - from));
    }
    sqlite3_int64 size = 0;
    real->pMethods->xFileSize(real, &size);
    return sizeWith(size, (*cache)->writes) < offset + amount ? SQLITE_IOERR_SHORT_READ : SQLITE_OK;
}

int writeFile(sqlite3_file* file, const void* buffer, int amount, sqlite3_int64 offset)
{
    sqlite3_file* real = realOf(file);
    if (isTurnOf(DiskFault::WriteError))
        return SQLITE_IOERR_WRITE;
    if (isTurnOf(DiskFault::DiskFull))
        return SQLITE_FULL;
    if (isTurnOf(DiskFault::ShortWrite)) {
        real->pMethods->xWrite(real, buffer, amount / 2, offset);
        return SQLITE_IOERR_WRITE;
    }
    const std::shared_ptr<Cache>* cache = fileOf(file)->cache;
    if (!cache)
        return real->pMethods->xWrite(real, buffer, amount, offset);
    const std::lock_guard lock((*cache)->mutex);
    const auto* bytes = static_cast<const char*>(buffer);
    (*cache)->writes.push_back({ offset, std::vector<char>(bytes, bytes + amount), false });
    return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    if (isTurnOf(DiskFault::TruncateError))
        return SQLITE_IOERR_TRUNCATE;
    const std::shared_ptr<Cache>* cache = fileOf(file)->cache;
    if (!cache)
        return realOf(file)->pMethods->xTruncate(realOf(file), size);
    const std::lock_guard lock((*cache)->mutex);
    (*cache)->writes.push_back({ size, {}, true });
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int flags)
{
    if (isTurnOf(DiskFault::SyncError))
        return SQLITE_IOERR_FSYNC;
    const std::shared_ptr<Cache>* cache = fileOf(file)->cache;
    if (cache) {
        const std::lock_guard lock((*cache)->mutex);
        if (const int code = writeThrough(realOf(file), (*cache)->writes); code != SQLITE_OK)
            return code;
        (*cache)->writes.clear();
    }
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size)
{
    const std::shared_ptr<Cache>* cache = fileOf(file)->cache;
    if (!cache)
        return realOf(file)->pMethods->xFileSize(realOf(file), size);
    const std::lock_guard lock((*cache)->mutex);
    const int code = realOf(file)->pMethods->xFileSize(realOf(file), size);
    if (code == SQLITE_OK)
        *size = sizeWith(*size, (*cache)->writes);
    return code;
}

// The rest is the real disk's.
const sqlite3_io_methods& methods()
{
    static const sqlite3_io_methods kMethods = [] {
        sqlite3_io_methods all {};
        all.iVersion = 2; // shared memory, but no memory mapping past the cache
        all.xClose = closeFile;
        all.xRead = readFile;
        all.xWrite = writeFile;
        all.xTruncate = truncateFile;
        all.xSync = syncFile;
        all.xFileSize = sizeOfFile;
        all.xLock = [](sqlite3_file* f, int level) { return realOf(f)->pMethods->xLock(realOf(f), level); };
        all.xUnlock
            = [](sqlite3_file* f, int level) { return realOf(f)->pMethods->xUnlock(realOf(f), level); };
        all.xCheckReservedLock = [](sqlite3_file* f, int* out) {
            return realOf(f)->pMethods->xCheckReservedLock(realOf(f), out);
        };
        all.xFileControl = [](sqlite3_file* f, int op, void* arg) {
            return realOf(f)->pMethods->xFileControl(realOf(f), op, arg);
        };
        all.xSectorSize = [](sqlite3_file* f) { return realOf(f)->pMethods->xSectorSize(realOf(f)); };
        all.xDeviceCharacteristics
            = [](sqlite3_file* f) { return realOf(f)->pMethods->xDeviceCharacteristics(realOf(f)); };
        all.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** out) {
            return realOf(f)->pMethods->xShmMap(realOf(f), page, size, extend, out);
        };
        all.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
            return realOf(f)->pMethods->xShmLock(realOf(f), offset, n, flags);
        };
        all.xShmBarrier = [](sqlite3_file* f) { realOf(f)->pMethods->xShmBarrier(realOf(f)); };
        all.xShmUnmap
            = [](sqlite3_file* f, int remove) { return realOf(f)->pMethods->xShmUnmap(realOf(f), remove); };
        return all;
    }();
    return kMethods;
}

std::shared_ptr<Cache> cacheOf(const char* path)
{
    Disk& all = disk();
    const std::lock_guard lock(all.mutex);
    std::shared_ptr<Cache>& cache = all.files[path];
    if (!cache) {
        cache = std::make_shared<Cache>();
        cache->path = path;
    }
    return cache;
}

int openFile(sqlite3_vfs* /*vfs*/, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    File* own = fileOf(file);
    own->base.pMethods = nullptr;
    own->cache = nullptr;
    own->real = reinterpret_cast<sqlite3_file*>(own + 1);
    if (isTurnOf(DiskFault::OpenError))
        return SQLITE_CANTOPEN;
    sqlite3_vfs* real = disk().real;
    const int code = real->xOpen(real, name, own->real, flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    own->base.pMethods = &methods();
    if (disk().caches && name && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0)
        own->cache = std::make_unique<std::shared_ptr<Cache>>(cacheOf(name)).release();
    return SQLITE_OK;
}

} // namespace

void faulty_disk::install()
{
    static sqlite3_vfs vfs;
    if (disk().real)
        return;
    disk().real = sqlite3_vfs_find(nullptr);
    vfs = *disk().real;
    vfs.zName = "opentrain-faulty-disk";
    vfs.pNext = nullptr;
    vfs.szOsFile = static_cast<int>(sizeof(File)) + disk().real->szOsFile;
    vfs.xOpen = openFile;
    sqlite3_vfs_register(&vfs, 1);
}

void faulty_disk::arm(DiskFault fault, int after, int times)
{
    disk().kind = -1;
    disk().failed = 0;
    disk().seen = 0;
    disk().before = after;
    disk().times = times;
    disk().kind = static_cast<int>(fault);
}

void faulty_disk::disarm()
{
    disk().kind = -1;
}

int faulty_disk::failures()
{
    return disk().failed;
}

int faulty_disk::calls()
{
    return disk().seen;
}

void faulty_disk::cacheWrites()
{
    disk().caches = true;
}

void faulty_disk::losePower(std::uint64_t seed)
{
    std::mt19937_64 dice(seed);
    Disk& all = disk();
    all.mutex.lock(); // for good: nobody opens anything any more
    for (const auto& [path, cache] : all.files) {
        cache->mutex.lock();
        const int handle = ::open(path.c_str(), O_WRONLY);
        for (const PendingWrite& write : cache->writes) {
            if (handle < 0 || dice() % 2 == 0)
                continue;
            if (write.truncates) {
                (void)!::ftruncate(handle, write.offset);
                continue;
            }
            const std::size_t all512 = write.bytes.size() / 512;
            const std::size_t torn
                = dice() % 4 == 0 && all512 > 0 ? (dice() % all512) * 512 : write.bytes.size();
            (void)!::pwrite(handle, write.bytes.data(), torn, write.offset);
        }
    }
    ::_exit(9);
}

} // namespace ot::test
