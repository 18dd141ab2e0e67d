export {
  type Account,
  serveOidcProvider,
  type TestOidcProvider,
} from "./testing/oidc-provider.ts";
