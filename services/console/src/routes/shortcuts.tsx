import { fieldOf } from "@guildhall/ui";
import { Hono } from "hono";
import type { ConsoleEnv, Parts } from "../environment.ts";
import { ShortcutsPage } from "../pages/shortcuts-page.tsx";
import { Jar } from "../session/cookie.ts";
import { formOf } from "./form.ts";
import { frameOf } from "./frame-of.ts";

/** The keys that do something, which each browser has turned on or off. */
export function shortcutRoutes(parts: Parts): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get("/shortcuts", (c) => c.html(<ShortcutsPage {...frameOf(c, parts)} />));
  app.post("/shortcuts", async (c) => {
    const isOn = fieldOf(await formOf(c), "shortcuts") === "on";
    new Jar(c, parts.publicUrl).keepShortcuts(isOn);
    return c.redirect(c.var.office.at.shortcuts, 303);
  });
  return app;
}
