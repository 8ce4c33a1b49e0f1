import type { Shape } from '#record'
import { miniSweAgentTraj } from './mini-swe-agent-traj.ts'
import { openhandsOutput } from './openhands-output.ts'
import { coderforge, sweGymOpenhands, sweRebenchOpenhands, sweZero } from './openhands-sets.ts'
import type { ShapeReader } from './reading.ts'
import { r1, r2, r2b, r3 } from './releases.ts'
import { nebiusSweAgent, sweSmith } from './swe-agent-sets.ts'
import { sweAgentTraj } from './swe-agent-traj.ts'

/** Every known shape with its reader. */
export const shapeReaders: Record<Shape, ShapeReader> = {
  R1: r1,
  R2: r2,
  R2b: r2b,
  R3: r3,
  'swe-rebench-openhands': sweRebenchOpenhands,
  'nebius-swe-agent': nebiusSweAgent,
  'swe-smith': sweSmith,
  'swe-gym-openhands': sweGymOpenhands,
  'swe-zero': sweZero,
  coderforge,
  'swe-agent-traj': sweAgentTraj,
  'mini-swe-agent-traj': miniSweAgentTraj,
  'openhands-output': openhandsOutput,
}
