/** Where the built terminal host finds what ships with it. */
export interface Places {
  workerUrl: URL
  readWorkerUrl: URL
  exportWorkerUrl: URL
  rendererDir: string
  resourcesDir: string
}
