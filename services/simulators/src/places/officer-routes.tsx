import { Hono } from "hono";
import type { CallEnv } from "../misbehave.ts";
import type { Place } from "../pages/place.ts";
import { AddressesPage } from "./pages/addresses-page.tsx";

/** The page on which a person finds a made-up address. */
export function placesOfficer(place: () => Place): Hono<CallEnv> {
  const app = new Hono<CallEnv>();
  app.get("/", (c) => {
    const query = (c.req.query("q") ?? "").slice(0, 100).trim();
    return c.html(<AddressesPage place={place()} query={query} />);
  });
  return app;
}
