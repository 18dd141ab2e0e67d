export { createApi, createV1 } from "./app.ts";
export type { ApiDeps, Caller, FileStorage, ReceivedUpload } from "./environment.ts";
export { createLive, type Live } from "./live.ts";
export { describeApi } from "./openapi.ts";
export { toProblem, toResponse } from "./problem-response.ts";
export { createPlatformRoutes } from "./routes/platform.ts";
