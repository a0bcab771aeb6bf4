/**
 * What a page must know before it is painted, as a script of its head: that scripts run (so that room is held for what they
 * make usable), and which theme and text size this reader chose. The names are those of reader/settings.ts.
 */
export const BEFORE_PAINT = `(d=>{d.script="";try{for(const n of["theme","textSize"]){const v=localStorage.getItem("reader."+n);if(v)d[n]=v}}catch{}})(document.documentElement.dataset)`;
