import { createGuard } from "../http/guard.ts";
import { json, serve, unhurried } from "../test-server.ts";
import { createClient } from "./client.ts";

describe("createClient", () => {
  it.each(["", "api", "api/"])("finds the API from an address that ends in /%s", async (end) => {
    const server = await serve((_, response) => json(response, {}));
    const request = createGuard({ allowLoopback: [server.host] });
    const api = createClient(`${server.url}alloy/${end}`, "k", { request, now: () => new Date() });

    await api.post("item", "{}", {}, unhurried());

    expect(server.seen[0]?.path).toBe("/alloy/api/item");
  });
});
