"""The engine: scripts as values, the flow from step to step, records, breathing phases.

Pure: nothing here reads a clock, a file or a terminal; time is an argument.
"""
