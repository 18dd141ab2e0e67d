/** The rules of the pages on which a service is tried and its messages are written. */
export const tryingStyles = `
.console-attempts .govuk-tag{max-width:none}
.console-stations{margin:0 0 30px;padding:0;list-style:none}
.console-stations>li{margin:0;padding:0 0 20px 20px;border-left:4px solid var(--govuk-border-colour)}
.console-stations .govuk-tag{max-width:none}
.console-stations .govuk-details{margin:5px 0 0}
.console-document{margin:0;padding:15px;background:var(--govuk-surface-background-colour);font:.9rem/1.4 ui-monospace,monospace;
white-space:pre}
.console-pair{display:flex;flex-wrap:wrap;gap:0 20px}
.console-pair>*{flex:1 1 16em;min-width:0}
.console-pair .govuk-select{width:100%}
.console-inline{display:flex;flex-wrap:wrap;gap:0 20px}
.console-sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20em,100%),1fr));gap:0 30px}
.console-sides>*{min-width:0}
.console-placeholders{columns:20em 2}
.console-placeholders .govuk-button{margin-bottom:5px}
.console-frames{display:flex;flex-wrap:wrap;gap:20px 30px;align-items:flex-start;margin-bottom:30px}
.console-frames>div{max-width:100%}
`;
