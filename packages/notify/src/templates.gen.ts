// Made by `npm run build -w @guildhall/notify` from templates/; change those instead.
export const templates = {
  "layout": {
    "html": "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\"><html dir=\"ltr\" lang=\"{{lang}}\"><head><meta name=\"viewport\" content=\"width=device-width\"/><meta content=\"text/html; charset=UTF-8\" http-equiv=\"Content-Type\"/><meta name=\"x-apple-disable-message-reformatting\"/><title>{{heading}}</title><meta name=\"color-scheme\" content=\"light dark\"/><meta name=\"supported-color-schemes\" content=\"light dark\"/><style>@media (prefers-color-scheme:dark){.sheet{background:#1d1d1d!important;color:#f3f3f3!important}}</style></head><body style=\"margin:0\"><table border=\"0\" width=\"100%\" cellPadding=\"0\" cellSpacing=\"0\" role=\"presentation\" align=\"center\"><tbody><tr><td style=\"margin:0;font-family:Arial, Helvetica, sans-serif\"><table align=\"center\" width=\"100%\" class=\"sheet\" border=\"0\" cellPadding=\"0\" cellSpacing=\"0\" role=\"presentation\" style=\"max-width:600px;background-color:#ffffff;color:#1a1a1a\"><tbody><tr style=\"width:100%\"><td><table align=\"center\" width=\"100%\" border=\"0\" cellPadding=\"0\" cellSpacing=\"0\" role=\"presentation\" style=\"background-color:{{brandColour}};padding:16px 24px\"><tbody><tr><td><p style=\"font-size:20px;line-height:28px;margin:0;color:{{onBrandColour}};font-weight:bold;margin-top:0;margin-bottom:0;margin-left:0;margin-right:0\">{{brandName}}</p></td></tr></tbody></table><table align=\"center\" width=\"100%\" border=\"0\" cellPadding=\"0\" cellSpacing=\"0\" role=\"presentation\" style=\"padding:24px\"><tbody><tr><td><h1 lang=\"{{wordsLang}}\" style=\"margin:0 0 16px;font-size:24px;line-height:32px\">{{heading}}</h1>{{content}}<hr style=\"width:100%;border:none;border-top:1px solid #eaeaea;margin:24px 0 16px;border-color:#8a8a8a\"/>{{footer}}</td></tr></tbody></table></td></tr></tbody></table></td></tr></tbody></table></body></html>",
    "text": "{{brandName}}\n\n{{heading}}\n\n{{content}}\n\n----------------------------------------\n\n{{footer}}"
  },
  "paragraph": {
    "html": "<p lang=\"{{lang}}\" style=\"font-size:16px;line-height:24px;margin:0 0 16px;margin-top:0;margin-right:0;margin-bottom:16px;margin-left:0\">{{words}}</p>",
    "text": "{{words}}"
  },
  "details": {
    "html": "<table cellPadding=\"0\" cellSpacing=\"0\" style=\"width:100%;margin:0 0 16px;font-size:16px;line-height:24px\"><tbody>{{rows}}</tbody></table>",
    "text": "{{rows}}"
  },
  "detail": {
    "html": "<tr><th scope=\"row\" style=\"width:40%;padding:8px 16px 8px 0;border-top:1px solid #8a8a8a;text-align:left;vertical-align:top\">{{label}}:</th> <td style=\"padding:8px 0;border-top:1px solid #8a8a8a;vertical-align:top\">{{value}}</td></tr>",
    "text": "{{label}}: {{value}}"
  },
  "action": {
    "html": "<a href=\"{{url}}\" style=\"line-height:100%;text-decoration:underline;display:inline-block;max-width:100%;mso-padding-alt:0px;padding:12px 20px;background-color:{{brandColour}};color:{{onBrandColour}};font-size:16px;font-weight:bold;padding-top:12px;padding-right:20px;padding-bottom:12px;padding-left:20px\" target=\"_blank\"><span><!--[if mso]><i style=\"mso-font-width:500%;mso-text-raise:18\" hidden>&#8202;&#8202;</i><![endif]--></span><span style=\"max-width:100%;display:inline-block;line-height:120%;mso-padding-alt:0px;mso-text-raise:9px\">{{label}}</span><span><!--[if mso]><i style=\"mso-font-width:500%\" hidden>&#8202;&#8202;&#8203;</i><![endif]--></span></a>",
    "text": "{{label}} {{url}}"
  },
  "footerLine": {
    "html": "<p style=\"font-size:14px;line-height:20px;margin:0 0 8px;margin-top:0;margin-right:0;margin-bottom:8px;margin-left:0\">{{words}}</p>",
    "text": "{{words}}"
  },
  "footerLink": {
    "html": "<p style=\"font-size:14px;line-height:20px;margin:0 0 8px;margin-top:0;margin-right:0;margin-bottom:8px;margin-left:0\"><a href=\"{{url}}\" style=\"color:inherit;text-decoration-line:none;text-decoration:underline\" target=\"_blank\">{{label}}</a></p>",
    "text": "{{label}} {{url}}"
  }
} as const;
