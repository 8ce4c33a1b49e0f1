/** Heap that a reading thread may use at most, in MB: enough for a row group of some hundred megabytes as objects. */
const MOST_MB = 8192
/** Electron compresses pointers, and all threads of a process then share 4 GB of heap. */
const MOST_SHARED_MB = 2048

/** Heap for a reading thread in MB: half of the machine's memory (in bytes), within what the host can give. */
export function threadMemory(machineBytes: number, isElectron: boolean): number {
  return Math.min(Math.floor(machineBytes / 2 / 1024 / 1024), isElectron ? MOST_SHARED_MB : MOST_MB)
}
