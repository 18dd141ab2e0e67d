export {
  type Client,
  type ClientOptions,
  createClient,
  createConfig,
} from "./generated/client/index.ts";
export * from "./generated/sdk.gen.ts";
export type * from "./generated/types.gen.ts";
