/** Shorter lines stand in any two programs: `else:`, `return None`, `})`. */
const LEAST_LENGTH = 12

/** Longer lines are not code anybody wrote by hand; only their beginning is looked at. */
const LOOKED_AT = 400

/** Lines many programs share. */
const COMMON =
  /^(?:(?:from [\w.]{1,100} )?import [\w.*, ()]{1,300}|#include\s.{1,200}|using [\w.: ]{1,200};|use [\w:{}, ]{1,300};|package [\w.]{1,200};?|(?:const|let|var) .{1,200}= require\(.{1,200}\);?|import .{1,300} from .{1,200};?|if __name__ == ['"]__main__['"]:|def __init__\(self\):|(?:raise|throw new) \w{1,60}(?:\(\))?;?|@\w{1,60}|(?:public|private|protected) \w{1,40} \w{1,40}\(\) \{|['"]use strict['"];?|_?(?:log|logger|LOG|LOGGER) = logging\.getLogger\(__name__\))$/

/** Comments at the head of files: licences, owners, encodings. */
const LICENCE =
  /^(?:#|\/\/|\/?\*|--|;|%|<!--|\(\*).{0,200}(?:licen[sc]e|copyright|\(c\) \d{4}|warrant(?:y|ies)|SPDX|rights reserved|coding[:=]|distributed (?:under|on)|compliance with|redistribut|permission is hereby|merchantab|"?AS IS"?\b)/i

/** Words of the languages, which name nothing. */
const KEYWORDS = new Set(
  'and as async await break case catch class const continue def del do elif else end except export false final finally fn for from func function if import in int is let mut new nil none None not null or pass private protected pub public raise return self static str string struct super switch this throw throws True true False try type undefined use val var void while with yield'.split(
    ' ',
  ),
)

/** True for a line of code that two people would hardly write alike by chance: long enough, of two names, nothing every program has. */
export function isTelling(line: string): boolean {
  const text = line.trim()
  if (text.length < LEAST_LENGTH) return false
  const head = text.slice(0, LOOKED_AT)
  const names = head.match(/[A-Za-z_]\w+/g)?.filter((word) => !KEYWORDS.has(word)) ?? []
  return names.length > 1 && !COMMON.test(head) && !LICENCE.test(head)
}

/** What harnesses and programs say beside the page that was asked for. */
const NOISE =
  /^(?:OBSERVATION:|EXECUTION RESULT of|<\/?(?:returncode|output|warning|exception)|\[(?:The command|Command finished|Current working|Python Interpreter|Command failed)|Your command ran|[\w.-]{1,60}@[\w.-]{1,100}:[^#$]{0,200}[#$] ?$|\s*% Total|\s*Dload|\s*\d{1,3} .*--:--:--|--\d{4}-|(?:Resolving|Connecting|HTTP request|Length:|Saving to|Location:|Cloning into|HTTP\/[\d.]{1,3} \d{3}|Not Found|404|429|Host )|returncode|output|\/?bin\/|bash: |sh: |curl: |wget: |gh: |pip: |(?:fatal|error|usage|warning|ERROR|Traceback)\b)/

/** A header of an HTTP answer, or of a mail. */
const HEADER = /^[A-Za-z][\w-]{1,60}: /
/** Answers that refuse, as pages. */
const REFUSALS =
  /(?:"message": ?"(?:Not Found|Bad credentials|API rate limit)|Could not resolve|Connection refused|Network is unreachable|No such file|command not found|Access Denied|403 Forbidden|404)/i

/** True for a line that is part of a page or a file, not of what a harness, a program or a refusal says. */
export function isTellingPage(line: string): boolean {
  const head = line.slice(0, LOOKED_AT)
  return head.trim().length >= LEAST_LENGTH && !NOISE.test(head) && !HEADER.test(head) && !REFUSALS.test(head)
}
