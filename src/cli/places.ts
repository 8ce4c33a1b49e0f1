/** Where the built terminal host finds what ships with it. */
export interface Places {
  workerUrl: URL
  readWorkerUrl: URL
  rendererDir: string
  resourcesDir: string
}
