import { render, toPlainText } from "@react-email/render";
import { createElement, type FunctionComponent } from "react";
import { Action, Detail, Details, FooterLine, FooterLink, Layout, Paragraph } from "./message.tsx";

const pieces = {
  layout: Layout,
  paragraph: Paragraph,
  details: Details,
  detail: Detail,
  action: Action,
  footerLine: FooterLine,
  footerLink: FooterLink,
};

/** Render every piece of a message, and give the source of `src/templates.gen.ts`. */
export async function renderTemplates(): Promise<string> {
  const rendered: Record<string, { html: string; text: string }> = {};
  for (const [name, piece] of Object.entries(pieces)) {
    rendered[name] = await renderPiece(piece, name === "layout");
  }
  return [
    "// Made by `npm run build -w @guildhall/notify` from templates/; change those instead.",
    `export const templates = ${JSON.stringify(rendered, null, 2)} as const;`,
    "",
  ].join("\n");
}

async function renderPiece(piece: FunctionComponent, isDocument: boolean) {
  const html = (await render(createElement(piece))).replaceAll(reactComments, "");
  return {
    html: isDocument ? html : html.replace(/^<!DOCTYPE[^>]*>/, ""),
    text: toPlainText(html, { selectors: asText }),
  };
}

/** Marks for a browser's React; the conditional comments of mail clients (`<!--[if …`) stay. */
const reactComments = /<!--(?!\[)[\s\S]*?-->/g;

/** A heading keeps its case, because a placeholder does; a table's cells stand in a line. */
const asText = [
  { selector: "h1", options: { uppercase: false, leadingLineBreaks: 2 } },
  { selector: "table", format: "block" },
  { selector: "tr", format: "block", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  { selector: "th", format: "inline" },
  { selector: "td", format: "inline" },
];
