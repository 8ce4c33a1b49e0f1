/** The browser host: the page over HTTP and the contract over a WebSocket, for this machine alone. */
export { DEFAULT_PORT } from './listen.ts'
export { type ServeOptions, type ServingHost, startServer } from './start-server.ts'
