/** What is printed of a page while a receipt is: the receipt alone. Without one it changes nothing. */
export const PRINT_STYLE = `
#holloway-print{display:none}
@media print{
body:has(>#holloway-print)>*{display:none!important}
body>#holloway-print{all:revert;display:block!important;font:11pt/1.5 system-ui,sans-serif;color:#000;background:#fff;overflow-wrap:anywhere}
#holloway-print *{all:revert}
#holloway-print pre{white-space:pre-wrap;font-size:8pt}
}`;
