import { writeFileSync } from "node:fs";
import { createPlatformRoutes, createV1, describeApi } from "@guildhall/api";
import { unused } from "../../services/api/src/testing/unused.ts";

const v1 = createV1(unused);
const tenant = describeApi(v1, { name: "Council", issuer: "/t/{tenant}" });
const platform = describeApi(createPlatformRoutes({ listTenants: async () => [] }), {
  name: "Platform",
  issuer: "",
});
// The client speaks to both: the platform's few calls are given the origin as their base.
const document = {
  ...tenant,
  servers: [{ url: "/t/{tenant}/v1", variables: { tenant: { default: "council" } } }],
  paths: { ...tenant.paths, ...platform.paths },
  components: {
    ...tenant.components,
    schemas: { ...platform.components?.schemas, ...tenant.components?.schemas },
  },
};
writeFileSync(
  process.argv[2] ?? "packages/sdk/openapi.json",
  `${JSON.stringify(document, null, 2)}\n`,
);
