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
.console-mail{box-sizing:border-box;max-width:100%;padding:15px;border:1px solid var(--govuk-border-colour);
border-radius:4px;overflow-wrap:anywhere;font-size:1rem;line-height:1.4}
.console-mail--phone{width:320px}
.console-mail--desktop{width:600px}
.console-mail p{margin:0 0 15px;white-space:pre-line}
.console-mail .console-mail-from{margin:-15px -15px 15px;padding:10px 15px;font-weight:bold;
border-bottom:4px solid var(--govuk-border-colour)}
.console-mail .console-mail-subject{font-size:1.4em;font-weight:bold;line-height:1.2}
.console-mail dl{margin:0 0 15px}
.console-mail dl>div{display:flex;flex-wrap:wrap;gap:0 10px;padding:5px 0;border-top:1px solid var(--govuk-border-colour)}
.console-mail dt{font-weight:bold}
.console-mail dd{margin:0}
.console-mail-link{color:var(--govuk-link-colour);text-decoration:underline}
.console-mail-footer{padding-top:15px;border-top:1px solid var(--govuk-border-colour);font-size:.9em}
.console-mail-footer p:last-child{margin:0}
`;
