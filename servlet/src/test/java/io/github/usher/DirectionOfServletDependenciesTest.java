package io.github.usher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.github.usher", importOptions = ImportOption.DoNotIncludeTests.class)
class DirectionOfServletDependenciesTest {
    @ArchTest
    static final ArchRule only_the_filter_sees_servlet_types = noClasses()
            .that()
            .resideOutsideOfPackage("..usher.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "javax.servlet..")
            .because("that package alone is made twice, once for either servlet API");

    @ArchTest
    static final ArchRule the_command_line_stands_beside_the_filter = noClasses()
            .that()
            .resideInAnyPackage("..usher.cli..", "..usher.doctor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..usher.servlet..", "..usher.pages..")
            .because("it runs without a container");

    @ArchTest
    static final ArchRule the_filter_does_without_the_command_line = noClasses()
            .that()
            .resideInAPackage("..usher.servlet..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..usher.cli..", "..usher.doctor..", "..usher.scan..", "..usher.page..", "picocli..")
            .because("a site loads nothing that only a person at a terminal needs");
}
