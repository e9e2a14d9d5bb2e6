"""What a name that is not known may have meant, and how it is written."""

from __future__ import annotations

from .forms import usages
from .functions import FUNCTIONS, did_you_mean, nearest
from .laws import known_laws
from .quantities import QUANTITIES

EXAMPLE = "a law such as Normal(mu, sigma)"
ALL_LAWS = "symbolic-info list families shows them all"

# Other names that people know, in small letters, under which nothing similar would be found.
SYNONYMS = {
    other: name
    for name, others in {
        "H": "entropy shannon shannonentropy differentialentropy",
        "CE": "crossentropy",
        "KL": "dkl kullbackleibler relativeentropy divergence",
        "I": "mutualinformation mi",
        "E": "expectation mean expected",
        "Var": "variance",
        "SelfInformation": "surprisal",
        "Normal": "gaussian gauss gausian",
        "Laplace": "doubleexponential doublyexponential",
        "StudentT": "student studentst t",
        "FDistribution": "f fisherf fishersnedecor",
        "ChiSquared": "chi2 chisquare",
        "Cauchy": "lorentz lorentzian",
        "InverseGaussian": "wald",
        "Gumbel": "extremevalue",
        "LogLogistic": "fisk",
        "LogNormal": "lognorm loggaussian",
        "LogSeries": "logarithmic",
        "Zeta": "zipf",
        "Bernoulli": "coin",
        "Categorical": "multinoulli discrete",
        "DiscreteUniform": "randint",
        "NegativeBinomial": "polya",
        "MultivariateNormal": "mvn multivariategaussian multinormal",
        "BivariateNormal": "binormal bivariategaussian",
        "BSC": "binarysymmetricchannel",
        "BEC": "binaryerasurechannel",
        "GeneralizedNormal": "exponentialpower subbotin",
        "InverseGamma": "invgamma",
        "PowerLaw": "powerfunction",
        "Arcsine": "semicircle",
        "Exponential": "expo",
    }.items()
    for other in others.split()
}


def is_known(name: str) -> bool:
    """Whether a name can be called."""
    return any(name in names for names in (FUNCTIONS, QUANTITIES, known_laws()))


def unknown(name: str, plain: bool = False, law: bool = False) -> tuple[str, list[str]]:
    """What to say of a name that is called and not known, and what was expected.

    `plain`: in a formula without quantities; `law`: where nothing but a law can stand.
    """
    if plain:
        return f"unknown function {name}{did_you_mean(name, FUNCTIONS)}", [*FUNCTIONS]
    names = [*known_laws()] if law else [*QUANTITIES, *known_laws(), *FUNCTIONS]
    synonym = SYNONYMS.get(name.lower().replace("_", ""), "")
    meant = synonym if synonym in names else nearest(name, names)
    message = f"unknown {'law' if law else 'quantity, law or function'} {name}"
    if meant:
        return f"{message}; did you mean {meant}?", [usage(meant)]
    return message, [f"{EXAMPLE} ({ALL_LAWS})"] if law else [q.usage for q in QUANTITIES.values()]


def usage(name: str) -> str:
    """How a quantity, a law or a function is written."""
    if name in QUANTITIES:
        return QUANTITIES[name].usage
    if name in FUNCTIONS:
        return f"{name}({', '.join('ab'[: FUNCTIONS[name][0]])})"
    return " or ".join(usages(name, known_laws()[name].forms))


def no_law(name: str | None) -> tuple[str, list[str]]:
    """What to say where a law is needed, and a name or a formula stands."""
    if name in known_laws():
        return f"{name} needs its parameters", [usage(str(name))]
    what = f"{name} is a name" if name else "this is a formula"
    return f"{what}, where a law is needed", [EXAMPLE]
