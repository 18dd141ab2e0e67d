/** The look of a document that is shown line by line. */
export const xmlStyles = `
.xml { font:.84rem/1.55 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; max-height:40rem; overflow:auto; }
.xml ol { margin:0; padding:0 0 0 3.4rem; color:var(--soft); }
.xml code { font:inherit; color:var(--ink); white-space:pre-wrap; }
.xml .faulty { background:#fdeeee; }
.xml .wrong { font:600 .9rem/1.4 "Segoe UI", system-ui, sans-serif; margin:.1rem 0 .3rem; }
`;
