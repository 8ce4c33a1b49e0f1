import './planted-checks.ts'
import '../../src/core/measure/worker.ts'
