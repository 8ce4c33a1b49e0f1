import { Environment, Interpreter } from '@huggingface/jinja'
import { pythonStrip, type StripEnds } from '../python-strip.ts'
import type { LoopMark, Node, OpenNode, Output } from './instrument.ts'
import { pythonText, type Value } from './python-text.ts'
import type { Watch } from './watch.ts'

/** Says which message a value is; null for what is none. */
export type Identify = (value: Value) => number | null

/** Methods of a Python `dict`: they go before keys of that name. */
const METHODS = new Set(['items', 'keys', 'values', 'get'])
const STRIPS = new Set(['strip', 'lstrip', 'rstrip'])

interface Expression extends OpenNode {
  left: Node
  right: Node
  operator: { value: string }
  object: Node
  property: Node & { value?: string }
  computed: boolean
  callee: Expression
  args: Node[]
  operand: Node
  filter: Node & { value?: string }
}

/**
 * The library's interpreter with what Python's Jinja does otherwise and templates rely on: text and another value are not added, `strip` takes off the
 * characters it is given, methods go before keys, values are written as Python writes them, what is undefined is no JSON. It notes in the text what a loop wrote in each
 * turn, and stops what does not come to an end.
 */
export class PythonInterpreter extends Interpreter {
  readonly #watch: Watch
  readonly #mark: string
  readonly #identify: Identify

  /** @param mark stands around what is noted; occurs in nothing that is rendered */
  constructor(globals: Environment, watch: Watch, mark: string, identify: Identify) {
    super(globals)
    this.#watch = watch
    this.#mark = mark
    this.#identify = identify
  }

  override evaluate(statement: Node | undefined, environment: Environment): Value {
    const value = this.#own(statement as Expression | undefined, environment) ?? super.evaluate(statement, environment)
    this.#watch.look(value)
    return value
  }

  /** What is not left to the library; undefined where it is. */
  #own(node: Expression | undefined, environment: Environment): Value | undefined {
    switch (node?.type as string | undefined) {
      case 'Output':
        return this.#write((node as unknown as Output).expression, environment)
      case 'LoopHead':
        return this.#mark === '' ? text('') : text(`${this.#mark}<${this.#mark}`)
      case 'LoopFoot':
        return this.#foot(node as unknown as LoopMark, environment)
      case 'BinaryExpression':
        return node && this.#join(node, environment)
      case 'MemberExpression':
        return node && this.#method(node, environment)
      case 'CallExpression':
        return node && this.#strip(node, environment)
      case 'FilterExpression':
        return node && this.#filter(node, environment)
      default:
        return undefined
    }
  }

  #write(expression: Node, environment: Environment): Value {
    return text(pythonText(this.evaluate(expression, environment)))
  }

  #foot({ names }: LoopMark, environment: Environment): Value {
    if (this.#mark === '') return text('')
    const found = names.map((name) => this.#identify(environment.lookupVariable(name))).find((place) => place !== null)
    return text(`${this.#mark}>${found ?? ''}${this.#mark}`)
  }

  #join({ operator, left, right }: Expression, environment: Environment): Value | undefined {
    if (operator.value !== '+' && operator.value !== '~') return undefined
    const [first, second] = [this.evaluate(left, environment), this.evaluate(right, environment)]
    if (operator.value === '~') return text(pythonText(first) + pythonText(second))
    if (first.type === 'StringValue' && second.type === 'StringValue') return text(String(first.value) + String(second.value))
    const other = first.type === 'StringValue' ? second : second.type === 'StringValue' ? first : null
    if (other) throw new Error(`text and ${WORDS[other.type] ?? other.type} cannot be added.`)
    return numeric(first, second)
  }

  #method({ object, property, computed }: Expression, environment: Environment): Value | undefined {
    if (computed || property.value === undefined || !METHODS.has(property.value)) return undefined
    const found = this.evaluate(object, environment)
    return found.type === 'ObjectValue' ? found.builtins.get(property.value) : undefined
  }

  #strip({ callee, args }: Expression, environment: Environment): Value | undefined {
    const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property.value : undefined
    if (name === undefined || !STRIPS.has(name)) return undefined
    const found = this.evaluate(callee.object, environment)
    if (found.type !== 'StringValue') return undefined
    const characters = args[0] === undefined ? undefined : this.evaluate(args[0], environment)
    const ends = name as StripEnds
    return text(pythonStrip(String(found.value), ends, characters?.type === 'StringValue' ? String(characters.value) : undefined))
  }

  #filter({ operand, filter }: Expression, environment: Environment): Value | undefined {
    const called = filter.type === 'CallExpression' ? (filter as Expression).callee.value : filter.value
    if (called === 'tojson' && this.evaluate(operand, environment).type === 'UndefinedValue')
      throw new Error('what is undefined is no JSON.')
    if (filter.type !== 'Identifier' || (filter.value !== 'string' && filter.value !== 'trim')) return undefined
    const written = pythonText(this.evaluate(operand, environment))
    return text(filter.value === 'trim' ? pythonStrip(written) : written)
  }
}

const WORDS: Record<string, string> = {
  ObjectValue: 'an object',
  ArrayValue: 'a list',
  NullValue: 'none',
  UndefinedValue: 'what is undefined',
  IntegerValue: 'a number',
  FloatValue: 'a number',
  BooleanValue: 'true or false',
}

/** Text as a value: the library makes its values of what an environment is given. */
function text(value: string): Value {
  return new Environment().set('text', value)
}

/** Sums of numbers and of lists. */
function numeric(first: Value, second: Value): Value {
  if (Array.isArray(first.value) && Array.isArray(second.value)) return listOf(first.value.concat(second.value))
  if (typeof first.value === 'number' && typeof second.value === 'number') return new Environment().set('sum', first.value + second.value)
  throw new Error(`${WORDS[first.type] ?? first.type} and ${WORDS[second.type] ?? second.type} cannot be added.`)
}

function listOf(values: Value[]): Value {
  const list = new Environment().set('list', [])
  if (Array.isArray(list.value)) for (const value of values) list.value.push(value)
  return list
}
