"""How far those who score agree: Krippendorff's alpha, intraclass correlations, Kendall's W, Fleiss' kappa.

Each is worked out exactly, and none has a pass mark: on fair panels of usual size the textbook marks fail most of the time.
"""
